/**
 * Counting one person's vote under the lock of its proposal.
 *
 * @module
 */

import type { Vote } from '../../tools/commitments/approval-desk.ts'
import type { Decision } from '../../tools/commitments/approval-ledger.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'

type AnyVote = Omit<Vote, 'decision'> & { readonly decision: Decision['decision'] }

/** Inserts the vote and its audit entry; the database refuses whoever may not cast it. */
export async function countVote(client: Queryable, ids: Ids, proposal: Proposal, vote: AnyVote, at: Date) {
  const { person, role, decision, reason, termsHash } = vote
  await client.query(
    /* sql */ `
      insert into decisions (id, proposal_id, terms_hash, person, role, decision, reason, decided_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [ids.next('dec'), proposal.id, termsHash, person, role, decision, reason, at],
  )
  const detail = { role, decision, termsHash }
  const entry = { customerId: proposal.customerId, actor: person, action: 'decision.cast', subject: proposal.id }
  await record({ ...entry, detail, words: { reason }, at }, client)
}

/**
 * What a vote that was cast before led to, or null when it is new. A client's retry gets the first answer.
 *
 * @throws ParleyError APPROVAL_CLOSED when the proposal was closed otherwise since
 */
export async function repeatedVote(client: Queryable, vote: Vote): Promise<'open' | 'approved' | 'rejected' | null> {
  const ledger = postgresApprovals(client)
  const earlier = (await ledger.decisions(vote.proposalId)).find((decision) => decision.person === vote.person)
  const same = earlier?.decision === vote.decision && earlier.role === vote.role && earlier.termsHash === vote.termsHash
  if (!same) return null
  const closing = await ledger.outcomeOf(vote.proposalId)
  if (closing === null) return 'open'
  const { outcome, reason, decidedAt } = closing
  if (outcome === 'approved' || outcome === 'rejected') return outcome
  throw new ParleyError('APPROVAL_CLOSED', `Proposal ${vote.proposalId} was ${outcome} since.`, {
    facts: { proposalId: vote.proposalId, outcome, reason, decidedAt },
  })
}
