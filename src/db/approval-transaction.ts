/**
 * The statements that open, lock and close a proposal inside one transaction.
 *
 * @module
 */
import type { ProposalOutcome } from '../../tools/commitments/approval-ledger.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { record } from './postgres-audit.ts'
import { noteWithdrawal } from './postgres-withdrawals.ts'
import { type ProposalRow, toProposal } from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'

export type Enqueue = Pick<JobQueue, 'enqueue'>

/**
 * Inserts a proposal with its request, tells its task, and queues the graph that waits on it. Where its place in the task
 * is taken already, by a process that took over, nothing is inserted.
 *
 * @returns the proposal that stands in that place now
 */
export async function insertProposal(
  client: Queryable,
  jobs: Enqueue,
  proposal: Proposal,
  model: string | null,
): Promise<Proposal> {
  const p = proposal
  const { rowCount } = await client.query(
    /* sql */ `
      insert into proposals (id, customer_id, thread_id, task_id, mandate_id, proposer, terms, terms_hash, brief,
        required_reviewers, required_customer, policy_version, expires_at, supersedes, created_at,
        cool_down_seconds, self_approval, first_look_seconds, decision_seconds)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
      on conflict (task_id, supersedes) where task_id is not null do nothing`,
    [
      ...[p.id, p.customerId, p.threadId, p.taskId, p.mandateId, p.proposer, JSON.stringify(p.terms), p.termsHash],
      ...[JSON.stringify(p.brief), p.required.reviewers, p.required.customer, p.required.policyVersion],
      ...[p.expiresAt, p.supersedes, p.createdAt],
      ...[p.required.coolDownSeconds ?? 0, p.required.selfApproval ?? false],
      ...[p.times?.firstLookSeconds ?? null, p.times?.decisionSeconds ?? null],
    ],
  )
  if (rowCount === 0) return inItsPlace(client, p)
  await client.query('insert into approval_requests (proposal_id) values ($1)', [p.id])
  await noteWithdrawal(client, p)
  const at = new Date(p.createdAt)
  await client.query('update tasks set proposal_id = $2 where id = $1', [p.taskId, p.id])
  await noteTask(client, p, { status: 'awaiting-approval', kind: 'proposal-opened', data: { proposalId: p.id }, at })
  const detail = {
    ...{ termsHash: p.termsHash, briefHash: termsHash(p.brief), required: p.required },
    ...{ supersedes: p.supersedes, mandateId: p.mandateId, model },
  }
  await record(
    { customerId: p.customerId, actor: p.proposer, action: 'proposal.opened', subject: p.id, detail, at },
    client,
  )
  await jobs.enqueue('wake-proposal', { proposalId: p.id }, { db: client, key: p.id })
  // Whoever was told of the request before hears of the one that takes its place; the first is told by its own job.
  if (p.supersedes !== null && p.taskId !== null) {
    await jobs.enqueue('conclude-task', { taskId: p.taskId }, { db: client, key: p.taskId })
  }
  return proposal
}

async function inItsPlace(client: Queryable, { id, taskId, supersedes }: Proposal): Promise<Proposal> {
  const { rows } = await client.query<ProposalRow>(
    'select * from proposals where task_id = $1 and supersedes is not distinct from $2',
    [taskId, supersedes],
  )
  const row = rows[0]
  if (row === undefined) throw new ParleyError('CONFLICT', `Proposal ${id} could not be opened. Try again.`)
  return toProposal(row)
}

/**
 * Locks a proposal against everybody else who decides on it, mandate first: revoking takes the same locks in the
 * same order, so that neither waits for the other for ever.
 *
 * @throws ParleyError NOT_FOUND
 */
export async function lockProposal(client: Queryable, proposalId: string): Promise<Proposal> {
  const { rows } = await client.query<ProposalRow>('select * from proposals where id = $1', [proposalId])
  const row = rows[0]
  if (row === undefined) throw new ParleyError('NOT_FOUND', `There is no proposal ${proposalId}.`)
  if (row.mandate_id !== null) await client.query('select from mandates where id = $1 for update', [row.mandate_id])
  const lock = await client.query('select from approval_requests where proposal_id = $1 for update', [proposalId])
  if (lock.rowCount === 0) throw new ParleyError('NOT_FOUND', `Proposal ${proposalId} has no approval request.`)
  return toProposal(row)
}

/** What a task shows once its proposal is closed this way. */
const TASK_AFTER = {
  approved: 'executing',
  rejected: 'no-deal',
  expired: 'no-deal',
  edited: 'negotiating',
  voided: 'stopped',
} as const satisfies Record<ProposalOutcome, string>

/** Writes the closing row (which the database checks) and queues what follows from it. The proposal must be locked. */
export async function closeProposal(
  client: Queryable,
  jobs: Enqueue,
  proposal: Proposal,
  closing: { outcome: ProposalOutcome; reason: string | null; actor: string; at: Date },
): Promise<void> {
  const { outcome, reason, actor, at } = closing
  const { id } = proposal
  await client.query(
    'insert into approvals (proposal_id, terms_hash, outcome, reason, decided_at) values ($1, $2, $3, $4, $5)',
    [id, proposal.termsHash, outcome, reason, at],
  )
  await noteTask(client, proposal, {
    status: TASK_AFTER[outcome],
    kind: `proposal-${outcome}`,
    data: { proposalId: id },
    at,
  })
  const entry = { customerId: proposal.customerId, actor, action: `proposal.${outcome}`, subject: id, at }
  const detail = { termsHash: proposal.termsHash, policyVersion: proposal.required.policyVersion }
  await record({ ...entry, detail, words: { reason } }, client)
  const next = outcome === 'approved' ? 'execute-commitment' : 'wake-proposal'
  await jobs.enqueue(next, { proposalId: id }, { db: client, key: id })
  if (outcome === 'edited') await concludeLater(client, jobs, proposal, EDIT_SECONDS)
  else if (outcome !== 'approved') await concludeLater(client, jobs, proposal)
}

/** Longer than the lease under which whoever edited asks the counterparty: by then it has answered, or its process has died. */
const EDIT_SECONDS = 20

/** A task that has come to its end lets go of the offers that are still held for it. */
export async function concludeLater(
  client: Queryable,
  jobs: Enqueue,
  { taskId }: Pick<Proposal, 'taskId'>,
  startAfterSeconds = 0,
): Promise<void> {
  if (taskId === null) return
  await jobs.enqueue('conclude-task', { taskId }, { db: client, key: taskId, startAfterSeconds })
}

/** Moves the proposal's task on, unless the task has ended, and adds an event to it. */
export async function noteTask(
  client: Queryable,
  proposal: Pick<Proposal, 'taskId'>,
  note: { status: string; kind: string; data: Record<string, unknown>; at: Date },
): Promise<void> {
  if (proposal.taskId === null) return
  await client.query(
    /* sql */ `
      update tasks set status = $2
      where id = $1 and status in ('negotiating', 'awaiting-approval', 'executing', 'needs-human')`,
    [proposal.taskId, note.status],
  )
  await client.query(
    'insert into task_events (task_id, kind, data, at) select id, $2, $3, $4 from tasks where id = $1',
    [proposal.taskId, note.kind, JSON.stringify(note.data), note.at],
  )
}
