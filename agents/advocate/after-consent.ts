/**
 * What still stands between a customer's consent and the act, so that the reply to a yes names that and nothing else.
 *
 * @module
 */
import type { RequiredVotes } from '../../tools/commitments/proposal.ts'

/** The key of the words. @param outcome of the request once the yes was counted */
export function afterConsent(
  outcome: string,
  { coolDownSeconds = 0, selfApproval }: RequiredVotes,
): 'proposalComplete' | 'proposalConfirmed' | 'proposalCoolsDown' | 'proposalConfirmAgain' | 'proposalGone' {
  if (outcome === 'approved') return 'proposalComplete'
  if (outcome !== 'open') return 'proposalGone'
  if (selfApproval === true) return 'proposalConfirmAgain'
  return coolDownSeconds > 0 ? 'proposalCoolsDown' : 'proposalConfirmed'
}
