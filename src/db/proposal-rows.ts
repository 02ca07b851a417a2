/**
 * Rows of the gate's tables as the values they stand for.
 *
 * @module
 */
import type { Approval, Commitment, Decision } from '../../tools/commitments/approval-ledger.ts'
import type { Attempt } from '../../tools/commitments/execution-ledger.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'

export interface ProposalRow {
  id: string
  customer_id: string
  thread_id: string | null
  task_id: string | null
  mandate_id: string | null
  proposer: string
  terms: Proposal['terms']
  terms_hash: string
  brief: Proposal['brief']
  required_reviewers: number
  required_customer: boolean
  policy_version: string
  cool_down_seconds: number
  self_approval: boolean
  expires_at: Date
  supersedes: string | null
  created_at: Date
  first_look_seconds: number | null
  decision_seconds: number | null
}

/** The terms come back as they were stored: parsing them again with a later schema could change their hash. */
export function toProposal(row: ProposalRow): Proposal {
  return {
    id: row.id,
    customerId: row.customer_id,
    threadId: row.thread_id,
    taskId: row.task_id,
    mandateId: row.mandate_id,
    proposer: row.proposer,
    terms: row.terms,
    termsHash: row.terms_hash,
    brief: row.brief,
    required: {
      reviewers: row.required_reviewers,
      customer: row.required_customer,
      policyVersion: row.policy_version,
      ...(row.cool_down_seconds === 0 ? {} : { coolDownSeconds: row.cool_down_seconds }),
      ...(row.self_approval ? { selfApproval: true } : {}),
    },
    expiresAt: row.expires_at.toISOString(),
    supersedes: row.supersedes,
    createdAt: row.created_at.toISOString(),
    ...timesOf(row),
  }
}

function timesOf({ first_look_seconds: look, decision_seconds: decision }: ProposalRow): Pick<Proposal, 'times'> {
  if (look === null && decision === null) return {}
  return {
    times: {
      ...(look === null ? {} : { firstLookSeconds: look }),
      ...(decision === null ? {} : { decisionSeconds: decision }),
    },
  }
}

export interface ApprovalRow {
  proposal_id: string
  terms_hash: string
  outcome: Approval['outcome']
  reason: string | null
  decided_at: Date
}

export function toApproval(row: ApprovalRow): Approval {
  return {
    proposalId: row.proposal_id,
    termsHash: row.terms_hash,
    outcome: row.outcome,
    reason: row.reason,
    decidedAt: row.decided_at.toISOString(),
  }
}

export interface DecisionRow {
  proposal_id: string
  terms_hash: string
  person: string
  role: Decision['role']
  decision: Decision['decision']
  reason: string | null
  decided_at: Date
}

export function toDecision(row: DecisionRow): Decision {
  return {
    proposalId: row.proposal_id,
    person: row.person,
    role: row.role,
    decision: row.decision,
    termsHash: row.terms_hash,
    reason: row.reason,
    decidedAt: row.decided_at.toISOString(),
  }
}

export interface AttemptRow {
  proposal_id: string
  act: number
  kind: Attempt['kind']
  detail: string | null
  at: Date
}

export function toAttempt(row: AttemptRow): Attempt {
  return { proposalId: row.proposal_id, act: row.act, kind: row.kind, detail: row.detail, at: row.at.toISOString() }
}

/** Commitments with the window in which they can be withdrawn from. */
export const COMMITMENTS = /* sql */ `
  select c.*, u.from_day::text, u.last_day::text, u.rule_id, u.source as undo_source
  from commitments c left join undo_windows u using (proposal_id, act)`

export interface CommitmentRow {
  proposal_id: string
  act: number
  terms_hash: string
  counterparty_id: string
  reference: string
  channel: 'http' | 'letter'
  committed_at: Date
  from_day: string | null
  last_day: string | null
  rule_id: string | null
  undo_source: string | null
}

export function toCommitment(row: CommitmentRow): Commitment {
  return {
    proposalId: row.proposal_id,
    act: row.act,
    termsHash: row.terms_hash,
    counterpartyId: row.counterparty_id,
    reference: row.reference,
    committedAt: row.committed_at.toISOString(),
    ...(row.channel === 'letter' ? { channel: row.channel } : {}),
    ...undoOf(row),
  }
}

function undoOf(row: CommitmentRow): Pick<Commitment, 'undo'> {
  const { from_day: fromDay, last_day: lastDay, rule_id: ruleId, undo_source: source } = row
  if (fromDay === null || lastDay === null || ruleId === null || source === null) return {}
  return { undo: { fromDay, lastDay, ruleId, source } }
}
