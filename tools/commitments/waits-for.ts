/**
 * Whose votes an open proposal still waits for.
 *
 * @module
 */
import type { Decision } from './approval-ledger.ts'
import type { Proposal } from './proposal.ts'

/** The roles still missing, reviewer first; empty when the votes are complete. */
export function waitsFor(
  proposal: Pick<Proposal, 'required' | 'proposer'>,
  decisions: readonly Decision[],
): readonly ('reviewer' | 'customer')[] {
  const approving = decisions.filter((d) => d.decision === 'approve' && d.person !== proposal.proposer)
  const reviewers = new Set(approving.filter((d) => d.role === 'reviewer').map((d) => d.person)).size
  const missing: ('reviewer' | 'customer')[] = []
  if (reviewers < proposal.required.reviewers) missing.push('reviewer')
  if (proposal.required.customer && !approving.some((d) => d.role === 'customer')) missing.push('customer')
  return missing
}
