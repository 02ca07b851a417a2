/**
 * The reading side of the gate on SQL: all that graphs and `ApprovedProposal.approve` ever see of it.
 *
 * @module
 */
import type { ApprovalLedger } from '../../tools/commitments/approval-ledger.ts'
import { executionState } from '../../tools/commitments/execution-state.ts'
import {
  type ApprovalRow,
  type AttemptRow,
  COMMITMENTS,
  type CommitmentRow,
  type DecisionRow,
  type ProposalRow,
  toApproval,
  toAttempt,
  toCommitment,
  toDecision,
  toProposal,
} from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'

/** @param db the pool, or a transaction's client to read what that transaction has written */
export function postgresApprovals(db: Queryable): ApprovalLedger {
  const ledger: ApprovalLedger = {
    async proposal(id) {
      const { rows } = await db.query<ProposalRow>('select * from proposals where id = $1', [id])
      return rows[0] === undefined ? null : toProposal(rows[0])
    },

    async outcomeOf(proposalId) {
      const { rows } = await db.query<ApprovalRow>('select * from approvals where proposal_id = $1', [proposalId])
      return rows[0] === undefined ? null : toApproval(rows[0])
    },

    async decisions(proposalId) {
      const { rows } = await db.query<DecisionRow>(
        'select * from decisions where proposal_id = $1 order by decided_at, person',
        [proposalId],
      )
      return rows.map(toDecision)
    },

    async executionOf(proposalId) {
      const proposal = await ledger.proposal(proposalId)
      if (proposal === null) return { kind: 'waiting' }
      const attempts = await db.query<AttemptRow>('select * from attempts where proposal_id = $1 order by seq', [
        proposalId,
      ])
      const commitments = await db.query<CommitmentRow>(`${COMMITMENTS} where c.proposal_id = $1 order by c.act`, [
        proposalId,
      ])
      return executionState(
        proposal.terms.acts.length,
        attempts.rows.map(toAttempt),
        commitments.rows.map(toCommitment),
      )
    },
  }
  return ledger
}
