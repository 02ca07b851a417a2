/**
 * The wait on a proposal: for its approval, for its execution, and then the report.
 *
 * @module
 */
import { type BaseCheckpointSaver, END, START, StateGraph } from '@langchain/langgraph'
import type { ApprovalLedger } from '../../tools/commitments/approval-ledger.ts'
import { commitmentStateSchema } from './commitment-state.ts'
import { awaitApproval } from './nodes/await-approval.ts'
import { awaitExecution } from './nodes/await-execution.ts'
import { type ReportParts, reportOutcome } from './nodes/report-outcome.ts'

/** Nothing here binds anyone: however this graph is driven, it can only wait and tell. */
export function createCommitmentGraph(parts: ReportParts & { checkpointer: BaseCheckpointSaver }) {
  const { approvals, checkpointer } = parts
  const lead = ({ proposalId }: { proposalId: string }) => stage(approvals, proposalId)
  const leadOn = ({ proposalId }: { proposalId: string }) => stageAfterReport(approvals, proposalId)
  return new StateGraph(commitmentStateSchema)
    .addNode('await-approval', awaitApproval(approvals))
    .addNode('await-execution', awaitExecution(approvals))
    .addNode('report-outcome', reportOutcome(parts))
    .addEdge(START, 'await-approval')
    .addConditionalEdges('await-approval', lead, ['await-approval', 'await-execution', 'report-outcome'])
    .addConditionalEdges('await-execution', lead, ['await-approval', 'await-execution', 'report-outcome'])
    .addConditionalEdges('report-outcome', leadOn, ['await-approval', 'await-execution', END])
    .compile({ checkpointer })
}

type Stage = 'await-approval' | 'await-execution' | 'report-outcome'

/** Where a run belongs, by the ledger; what its state says is not asked. */
async function stage(approvals: ApprovalLedger, proposalId: string): Promise<Stage> {
  const approval = await approvals.outcomeOf(proposalId)
  if (approval === null) return 'await-approval'
  if (approval.outcome !== 'approved') return 'report-outcome'
  return (await approvals.executionOf(proposalId)).kind === 'waiting' ? 'await-execution' : 'report-outcome'
}

/** A report on what nobody knows yet is not the last one; a report before its time was none. */
async function stageAfterReport(approvals: ApprovalLedger, proposalId: string): Promise<Stage | typeof END> {
  const next = await stage(approvals, proposalId)
  if (next !== 'report-outcome') return next
  const approved = (await approvals.outcomeOf(proposalId))?.outcome === 'approved'
  const { kind } = await approvals.executionOf(proposalId)
  return approved && kind === 'unknown' ? 'await-execution' : END
}
