/**
 * Whose votes an open proposal still waits for.
 *
 * @module
 */
import type { Decision } from './approval-ledger.ts'
import type { Proposal } from './proposal.ts'

/**
 * The roles still missing, reviewer first; empty when the votes are complete.
 *
 * @param decisions without those of reviewers who lost the role
 * @param second whether a person who decides alone has confirmed a second time
 */
export function waitsFor(
  proposal: Pick<Proposal, 'required' | 'proposer'>,
  decisions: readonly Decision[],
  second: 'confirmed-again' | 'not-yet' = 'not-yet',
): readonly ('reviewer' | 'customer')[] {
  const approving = decisions.filter((d) => d.decision === 'approve' && d.person !== proposal.proposer)
  const reviewers = new Set(approving.filter((d) => d.role === 'reviewer').map((d) => d.person)).size
  const missing: ('reviewer' | 'customer')[] = []
  if (reviewers < proposal.required.reviewers) missing.push('reviewer')
  const confirmed = approving.some((d) => d.role === 'customer')
  const alone = proposal.required.selfApproval === true && second === 'not-yet'
  if (proposal.required.customer && (!confirmed || alone)) missing.push('customer')
  return missing
}
