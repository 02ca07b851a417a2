/**
 * What webhooks can hear of, and who may hear of what. The database emits these (`0014-webhooks`).
 *
 * @module
 */
import type { Role } from '../http/principal.ts'

const APPROVAL_EVENTS = [
  'approval.requested',
  'approval.reminder',
  'approval.escalated',
  'approval.released',
  'approval.asked',
  'approval.answered',
  'approval.closed',
] as const
const TASK_EVENTS = ['task.proposed', 'task.done', 'task.no-deal', 'task.needs-human', 'task.stopped'] as const
const HANDOFF_EVENTS = ['handoff.requested', 'handoff.accepted', 'handoff.returned', 'handoff.closed'] as const

export const WEBHOOK_EVENTS = [...APPROVAL_EVENTS, ...TASK_EVENTS, 'commitment.recorded', ...HANDOFF_EVENTS] as const

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** A customer hears of their own alone, whoever else of everybody's. */
export type WebhookRole = Exclude<Role, 'service'>

export const EVENTS_FOR: Readonly<Record<WebhookRole, readonly WebhookEvent[]>> = {
  customer: WEBHOOK_EVENTS,
  reviewer: [...APPROVAL_EVENTS, 'commitment.recorded'],
  'duty-agent': HANDOFF_EVENTS,
  operator: WEBHOOK_EVENTS,
}
