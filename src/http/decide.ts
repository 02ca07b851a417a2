/**
 * A person's vote as it came in, handed to the ledger under the person's own name and role.
 *
 * @module
 */
import type { z } from '@hono/zod-openapi'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import type { Door } from './door.ts'
import type { Principal } from './principal.ts'
import { decidedSchema, type decisionRequestSchema } from './schemas/approval-schemas.ts'

/**
 * @throws ParleyError FORBIDDEN when a customer edits or asks; otherwise what the ledger refuses with
 * @throws InvalidInput when a reviewer rejects without a reason
 */
export async function decide(
  door: Door,
  voter: Principal,
  proposalId: string,
  vote: z.output<typeof decisionRequestSchema>,
): Promise<z.output<typeof decidedSchema>> {
  const { termsHash } = vote
  if (vote.decision === 'ask') {
    if (voter.customerId !== null) {
      throw new ParleyError('FORBIDDEN', 'Reviewers ask here. Ask your questions in the conversation.')
    }
    const { to, question: words } = vote
    const question = await door.reviews.ask({ proposalId, person: voter.subject, termsHash, to, question: words })
    return decidedSchema.parse({ outcome: 'open', next: null, question })
  }
  const reason = vote.reason?.trim() || null
  if (vote.decision === 'reject' && voter.customerId === null && reason === null) {
    // The customer is told it, and whoever drafts the next proposal goes by it.
    throw new InvalidInput([{ path: 'reason', reason: 'must say why; the customer is told it' }])
  }
  if (vote.decision !== 'edit') {
    const { decision } = vote
    const { outcome } = await door.proposals.decide({ proposalId, ...voterOf(voter), decision, termsHash, reason })
    return { outcome, next: null }
  }
  if (voter.customerId !== null) {
    throw new ParleyError(
      'FORBIDDEN',
      'A customer confirms or rejects. To change the terms, reject and say what you want.',
    )
  }
  const { terms } = vote
  const next = await door.proposals.edit({
    proposalId,
    person: voter.subject,
    role: 'reviewer',
    termsHash,
    terms,
    reason,
  })
  return { outcome: 'edited', next: next?.id ?? null }
}

/** A customer votes under the id of the customer whose token it is: that is whom the database compares. */
function voterOf(voter: Principal): { person: string; role: 'reviewer' | 'customer' } {
  return voter.customerId === null
    ? { person: voter.subject, role: 'reviewer' }
    : { person: voter.customerId, role: 'customer' }
}
