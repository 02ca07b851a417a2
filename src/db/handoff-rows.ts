/**
 * Rows of hand-offs as the values they stand for.
 *
 * @module
 */
import type { Handoff } from '../../agents/handoff-desk.ts'

export interface HandoffRow {
  id: string
  thread_id: string
  customer_id: string
  reason: Handoff['reason']
  summary: string
  status: Handoff['status']
  duty_agent: string | null
  promised_by: Date
  requested_at: Date
  accepted_at: Date | null
  ended_at: Date | null
}

export function toHandoff(row: HandoffRow): Handoff {
  return {
    id: row.id,
    threadId: row.thread_id,
    customerId: row.customer_id,
    reason: row.reason,
    summary: row.summary,
    status: row.status,
    dutyAgent: row.duty_agent,
    promisedBy: row.promised_by.toISOString(),
    requestedAt: row.requested_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
