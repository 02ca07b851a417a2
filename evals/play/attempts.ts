/**
 * What somebody tries that must be refused: each attempt is noted with what came of it.
 *
 * @module
 */
import { ApiProblem } from '../../src/server/api-client.ts'
import type { Attempt } from '../scenario/event.ts'
import type { SeenRequest, World } from '../world.ts'
import type { Company } from './company.ts'

export async function attempt(what: Attempt, company: Company, world: World, person: string): Promise<void> {
  let refused = false
  let code = 'done'
  try {
    await TRIES[what](company, world, person)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    refused = error.status < 500
    code = error.code
  }
  company.log.push({ kind: 'attempt', attempt: what, refused, code })
}

type Try = (company: Company, world: World, person: string) => Promise<unknown>

const TRIES: Readonly<Record<Attempt, Try>> = {
  'approve-as-customer': async ({ customer }, world) => {
    const request = pending(world)
    await customer.post(`/v1/approvals/${request.id}/claim`)
    return customer.post(`/v1/approvals/${request.id}/decision`, approvalOf(request))
  },
  'approve-other-terms': async (company, world, person) => {
    const request = pending(world)
    const decision = { decision: 'approve', termsHash: request.proposal.termsHash.replaceAll(/[0-9]/g, '0') }
    return (await voter(company, person)).post(`/v1/approvals/${request.id}/decision`, decision)
  },
  'approve-own-edit': async (company, world, person) => {
    const request = world.requests.find(({ status, proposal }) => status === 'pending' && proposal.proposer === person)
    return voteOn(company, person, request ?? missing(`a pending edit of ${person}`))
  },
  'replay-vote': async (company, world, person) => {
    const request = world.requests.findLast(
      ({ status, decisions }) => status === 'closed' && decisions.some((vote) => vote.person === person),
    )
    return voteOn(company, person, request ?? missing(`a closed request with a vote of ${person}`))
  },
  'vote-on-old-proposal': async (company, world, person) => {
    const request = world.requests.find(({ status }) => status === 'closed')
    return voteOn(company, person, request ?? missing('a closed request'))
  },
  'confirm-revoked-mandate': async ({ customer }, world) => {
    const mandate = world.mandates.find(({ state }) => state === 'revoked') ?? missing('a revoked mandate')
    return customer.post(`/v1/mandates/${mandate.id}/confirm`)
  },
  'read-anothers-records': async ({ stage, sampled, threadIds }) => {
    const stranger = `c-other-${sampled.tag}`
    const other = await stage.client({ subject: stranger, role: 'customer', customerId: stranger })
    return other.get(`/v1/threads/${threadIds[0] ?? missing('a conversation')}`)
  },
}

async function voter(company: Company, person: string) {
  return person === company.customerId ? company.customer : company.as(person, 'reviewer')
}

async function voteOn(company: Company, person: string, request: SeenRequest): Promise<unknown> {
  return (await voter(company, person)).post(`/v1/approvals/${request.id}/decision`, approvalOf(request))
}

function approvalOf({ proposal }: SeenRequest) {
  return { decision: 'approve', termsHash: proposal.termsHash }
}

function pending({ requests }: World): SeenRequest {
  return requests.findLast(({ status }) => status === 'pending') ?? missing('a pending request')
}

/** The scenario tries something that there is nothing to try on: its own fault. */
function missing(what: string): never {
  throw new Error(`the attempt needs ${what}`)
}
