/**
 * One customer's way from the first message to the receipt, with everything noted that a server has acknowledged.
 *
 * @module
 */
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import type { Errand } from './customers.ts'
import type { Identity, Who } from './identity.ts'
import { type Patience, type PersistentClient, persistentClient } from './persistent-client.ts'

/** What a 2xx promised to keep. */
export type Acknowledged =
  | {
      readonly what: 'customer' | 'thread' | 'message' | 'reply' | 'mandate' | 'confirmation' | 'revocation'
      readonly id: string
    }
  | { readonly what: 'vote'; readonly id: string; readonly person: string; readonly decision: string }

/** How people decide in the end. */
export type Decision = 'approve' | 'reject' | 'revoke'

export interface Journey {
  readonly customerId: string
  readonly acknowledged: Acknowledged[]
  /** What came of it; null while it is under way. */
  end: 'committed' | 'not-committed' | 'no-deal' | { readonly stuck: string } | null
}

interface Request {
  readonly id: string
  readonly proposal: { readonly termsHash: string }
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
  readonly outcome: { readonly outcome: string } | null
}

interface Conversation {
  readonly messages: readonly { readonly role: string; readonly focus: { readonly outcomeOf?: string } }[]
}

/** The whole way. Never rejects: what went wrong is its end. */
export async function travel(parts: {
  readonly errand: Errand
  readonly decision: Decision
  readonly urls: readonly string[]
  readonly identity: Identity
  readonly patience: Patience
  readonly journey: Journey
}): Promise<void> {
  const { errand, journey, decision } = parts
  const { customerId } = errand
  const as = (who: Who): PersistentClient =>
    persistentClient({ urls: parts.urls, patience: parts.patience, token: () => parts.identity.token(who) })
  const operator = as({ subject: 'operator-1', role: 'operator' })
  const customer = as({ subject: `u-${customerId}`, role: 'customer', customerId })
  const reviewers = ['reviewer-1', 'reviewer-2'].map((subject) => as({ subject, role: 'reviewer' }))
  const note = (line: Acknowledged) => void journey.acknowledged.push(line)

  async function say(threadId: string, id: string, text: string): Promise<void> {
    const answer = await customer.post<{ reply: { id: string } | null }>(`/v1/threads/${threadId}/messages`, {
      id,
      text,
    })
    note({ what: 'message', id })
    if (answer.reply !== null) note({ what: 'reply', id: answer.reply.id })
  }

  async function vote(client: PersistentClient, person: string, request: Request, how: 'approve' | 'reject') {
    await client.post(`/v1/approvals/${request.id}/decision`, { decision: how, termsHash: request.proposal.termsHash })
    note({ what: 'vote', id: request.id, person, decision: how })
  }

  const requestNow = (id: string) => customer.get<Request>(`/v1/approvals/${id}`)

  async function decide(proposalId: string): Promise<void> {
    if (decision === 'reject') return vote(customer, customerId, await requestNow(proposalId), 'reject')
    for (const [index, reviewer] of reviewers.entries()) {
      const request = await requestNow(proposalId)
      if (request.outcome === null && request.waitsFor.includes('reviewer')) {
        await vote(reviewer, `reviewer-${index + 1}`, request, 'approve')
      }
    }
    const request = await requestNow(proposalId)
    if (request.outcome === null && request.waitsFor.includes('customer')) {
      await vote(customer, customerId, request, 'approve')
    }
  }

  async function go(): Promise<NonNullable<Journey['end']>> {
    await operator.post('/v1/import', errand.file)
    note({ what: 'customer', id: customerId })
    const { id: threadId } = await customer.post<{ id: string }>('/v1/threads', { locale: 'de' }, `t-${customerId}`)
    note({ what: 'thread', id: threadId })
    await say(threadId, `m1-${customerId}`, 'Was ist der effektive Jahreszins?')
    await say(threadId, `m2-${customerId}`, 'Was schulde ich eigentlich noch?')
    const draft = { ...(errand.mandate as object), threadId }
    const mandate = await customer.post<{ id: string }>('/v1/mandates', draft, `d-${customerId}`)
    note({ what: 'mandate', id: mandate.id })
    const task = await customer.post<{ id: string }>(`/v1/mandates/${mandate.id}/confirm`)
    note({ what: 'confirmation', id: mandate.id })
    await say(threadId, `m3-${customerId}`, 'Wie steht es?')
    const agreed = await customer.until<{ task: { status: string; proposalId: string | null } }>(
      `/v1/tasks/${task.id}`,
      (view) => view.task.status !== 'negotiating',
    )
    const { proposalId } = agreed.task
    if (proposalId === null) return 'no-deal'
    if (decision === 'revoke') {
      await customer.delete(`/v1/mandates/${mandate.id}`)
      note({ what: 'revocation', id: mandate.id })
    } else await decide(proposalId)
    await customer.until<Conversation>(`/v1/threads/${threadId}`, ({ messages }) =>
      messages.some(({ focus }) => focus.outcomeOf === proposalId),
    )
    const { commitments } = await customer.get<{ commitments: { proposalId: string; act: number }[] }>(
      '/v1/commitments',
    )
    const mine = commitments.filter((commitment) => commitment.proposalId === proposalId)
    await receipt(`/v1/approvals/${proposalId}/receipt`)
    for (const { act } of mine) await receipt(`/v1/commitments/${proposalId}/${act}/receipt`)
    return mine.length > 0 ? 'committed' : 'not-committed'
  }

  /** The last step of the path: a document that proves itself. @throws JOSEError when it does not */
  async function receipt(path: string): Promise<void> {
    const keys = createLocalJWKSet(await customer.get<JSONWebKeySet>('/.well-known/jwks.json'))
    await compactVerify((await customer.text(path)).trim(), keys)
  }

  try {
    journey.end = await go()
  } catch (error) {
    journey.end = { stuck: error instanceof Error ? error.message : String(error) }
  }
}
