/**
 * Rows of tasks, negotiations and moves as the values they stand for.
 *
 * @module
 */
import type { Negotiation, RecordedMove, Task, TaskEvent } from '../../tools/negotiation/negotiation-ledger.ts'

export interface TaskRow {
  id: string
  customer_id: string
  thread_id: string | null
  mandate_id: string
  need: Task['need']
  goal: string
  status: Task['status']
  proposal_id: string | null
  created_at: Date
}

export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    customerId: row.customer_id,
    threadId: row.thread_id,
    mandateId: row.mandate_id,
    need: row.need,
    goal: row.goal,
    status: row.status,
    proposalId: row.proposal_id,
    createdAt: row.created_at.toISOString(),
  }
}

export interface TaskEventRow {
  task_id: string
  seq: string
  kind: string
  data: TaskEvent['data']
  at: Date
}

export function toTaskEvent(row: TaskEventRow): TaskEvent {
  return { taskId: row.task_id, seq: Number(row.seq), kind: row.kind, data: row.data, at: row.at.toISOString() }
}

export interface NegotiationRow {
  id: string
  task_id: string
  mandate_id: string
  customer_id: string
  counterparty_id: string
  kind: Negotiation['kind']
  subject: Negotiation['subject']
  status: Negotiation['status']
  held: Negotiation['held']
  ending: string | null
  started_at: Date
  ended_at: Date | null
}

export function toNegotiation(row: NegotiationRow): Negotiation {
  return {
    id: row.id,
    taskId: row.task_id,
    mandateId: row.mandate_id,
    customerId: row.customer_id,
    counterpartyId: row.counterparty_id,
    kind: row.kind,
    subject: row.subject,
    status: row.status,
    held: row.held,
    ending: row.ending,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

export interface MoveRow {
  negotiation_id: string
  round: number
  side: RecordedMove['side']
  move: string
  terms: RecordedMove['terms']
  text: string | null
  offer_id: string | null
  valid_until: Date | null
  because: RecordedMove['because']
  at: Date
}

export function toMove(row: MoveRow): RecordedMove {
  return {
    negotiationId: row.negotiation_id,
    round: row.round,
    side: row.side,
    move: row.move,
    terms: row.terms,
    text: row.text,
    offerId: row.offer_id,
    validUntil: row.valid_until?.toISOString() ?? null,
    because: row.because,
    at: row.at.toISOString(),
  }
}

/** JSON for a nullable jsonb column: SQL null stays SQL null. */
export function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
