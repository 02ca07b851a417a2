/**
 * Stops the run until the ledger holds an outcome for the proposal.
 *
 * @module
 */
import { interrupt } from '@langchain/langgraph'
import type { ApprovalLedger } from '../../../tools/commitments/approval-ledger.ts'
import type { CommitmentState } from '../commitment-state.ts'

/**
 * LangGraph replays this node from its first line when the run resumes, so it reads, asks, and does nothing else: no
 * write, no message, no model call. What the resume carried is not looked at: it is a doorbell, never a key. Still
 * undecided, the edge behind this node leads back to it.
 */
export function awaitApproval(approvals: Pick<ApprovalLedger, 'outcomeOf'>) {
  return async ({ proposalId }: CommitmentState): Promise<Partial<CommitmentState>> => {
    if ((await approvals.outcomeOf(proposalId)) === null) interrupt({ kind: 'approval-request', proposalId })
    return {}
  }
}
