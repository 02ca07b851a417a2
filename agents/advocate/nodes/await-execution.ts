/**
 * Stops the run until the ledger says how the execution of the approved proposal went.
 *
 * @module
 */
import { interrupt } from '@langchain/langgraph'
import type { ApprovalLedger } from '../../../tools/commitments/approval-ledger.ts'
import type { CommitmentState } from '../commitment-state.ts'

/**
 * Asks and does nothing else, like `awaitApproval`. An execution whose result nobody knows is waited for as well: the
 * customer has been told so before this node is reached, and hears again when it is known.
 */
export function awaitExecution(approvals: Pick<ApprovalLedger, 'executionOf'>) {
  return async ({ proposalId }: CommitmentState): Promise<Partial<CommitmentState>> => {
    const { kind } = await approvals.executionOf(proposalId)
    if (kind === 'waiting' || kind === 'unknown') interrupt({ kind: 'execution', proposalId })
    return {}
  }
}
