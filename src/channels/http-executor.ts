/**
 * What binds, over HTTP/JSON: one POST per act with its idempotency key, and the question whether it arrived.
 *
 * @module
 */
import { z } from 'zod'
import { idempotencyKey } from '../../tools/commitments/approval-ledger.ts'
import { ApprovedProposal } from '../../tools/commitments/approved-proposal.ts'
import type { ActResult, ActStatus, CommitmentExecutor } from '../../tools/commitments/executor.ts'
import type { Act } from '../../tools/commitments/proposal.ts'
import { roleDealingIn } from '../../tools/offers/deal-kinds.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { type HttpAnswer, type HttpOptions, httpDefaults, parseAnswer, send } from './http.ts'
import type { HttpRegistry, NamedParty } from './registry.ts'

const committedSchema = z.object({
  reference: z.string().min(1).max(200),
  committedAt: z.iso.datetime({ offset: true }),
})
const refusedSchema = z.object({
  refused: z.literal(true),
  reason: z
    .string()
    .min(1)
    .transform((text) => text.slice(0, 500)),
})

/** The executor over a registry's endpoints. */
export function httpExecutor(
  registry: Pick<HttpRegistry, 'endpointOf'> & Partial<Pick<HttpRegistry, 'ensure'>>,
  http: Partial<HttpOptions> = {},
): CommitmentExecutor {
  const options = { ...httpDefaults, ...http }

  return {
    async reaches(approved, act) {
      const wanted = actOf(approved, act)
      try {
        await registry.endpointOf(wanted.counterpartyId)
        return true
      } catch (error) {
        if (!(error instanceof ParleyError) || error.code !== 'NOT_FOUND') throw error
        // A sandbox plays whoever the customer's records name; a real counterparty is connected by configuration.
        const party = { id: wanted.counterpartyId, name: wanted.counterpartyName, role: roleOf(wanted) }
        return ((await registry.ensure?.(party)) ?? null) !== null
      }
    },

    async execute(approved, act) {
      if (!ApprovedProposal.made(approved)) throw new TypeError('Only an approved proposal can be executed.')
      const { id } = approved.proposal
      try {
        const wanted = actOf(approved, act)
        const { baseUrl, token } = await registry.endpointOf(wanted.counterpartyId)
        const { path, body } = message(wanted, receipt(approved, act))
        const headers = { 'idempotency-key': idempotencyKey(id, act) }
        return result(await send({ method: 'POST', url: `${baseUrl}${path}`, token, body, headers }, options))
      } catch (error) {
        // Whatever went wrong after the bytes may have left says nothing about the other side: ask, never guess.
        return { kind: 'unknown', reason: error instanceof ParleyError ? error.message : String(error) }
      }
    },

    async statusOf(approved, act) {
      try {
        const { baseUrl, token } = await registry.endpointOf(actOf(approved, act).counterpartyId)
        const key = encodeURIComponent(idempotencyKey(approved.proposal.id, act))
        return status(await send({ method: 'GET', url: `${baseUrl}/commitments/${key}`, token }, options))
      } catch {
        return { kind: 'cannot-say' } // silence is an answer here: nobody could say
      }
    },
  }
}

function actOf(approved: ApprovedProposal, index: number): Act {
  const act = approved.proposal.terms.acts[index]
  if (act === undefined) throw new ParleyError('NOT_FOUND', `Proposal ${approved.proposal.id} has no act ${index}.`)
  return act
}

function roleOf(act: Act): NamedParty['role'] {
  if (act.type === 'conclude') return roleDealingIn(act.terms.kind)
  return act.notice === 'dispute' ? 'creditor' : 'insurer'
}

/** What shows that a person approved exactly this: ids, hashes and the moment, nobody's name. */
function receipt({ proposal, approval }: ApprovedProposal, act: number) {
  return {
    proposalId: proposal.id,
    act,
    proposalHash: approval.termsHash,
    approvedAt: approval.decidedAt,
    policyVersion: proposal.required.policyVersion,
  }
}

function message(act: Act, receipt: object): { path: string; body: object } {
  const common = { terms: act.terms, termsHash: termsHash(act.terms), receipt }
  if (act.type === 'conclude') return { path: `/offers/${encodeURIComponent(act.offerId)}/commit`, body: common }
  return { path: '/notices', body: { kind: act.notice, subject: act.subject, ...common } }
}

/** A confirmation counts only in a 2xx; a refusal also with a 4xx. Anything else leaves open what happened. */
function result(answer: HttpAnswer): ActResult {
  const success = answer.status >= 200 && answer.status < 300
  const body = parseAnswer(answer, success ? z.union([refusedSchema, committedSchema]) : refusedSchema)
  if ('refused' in body) return { kind: 'refused', reason: body.reason }
  return { kind: 'committed', reference: body.reference, committedAt: new Date(body.committedAt).toISOString() }
}

function status(answer: HttpAnswer): ActStatus {
  if (answer.status === 404) return { kind: 'not-received' }
  if (answer.status !== 200) return { kind: 'cannot-say' }
  const { reference, committedAt } = parseAnswer(answer, committedSchema)
  return { kind: 'committed', reference, committedAt: new Date(committedAt).toISOString() }
}
