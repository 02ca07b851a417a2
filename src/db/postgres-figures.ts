/**
 * The figures operators watch, counted from the tables: quality first.
 *
 * @module
 */
import type { Figures } from '../http/ports/operations.ts'
import type { Queryable } from './queryable.ts'

/** Zero is a figure too: these are shown before the first of their kind exists. */
const ALWAYS = [
  'tasks.done_without_person',
  'approvals.pending',
  'approvals.approved',
  'approvals.overturned',
  'approvals.claimed',
  'approvals.escalated',
  'approvals.overdue',
  'approvals.waiting_for_customer',
  'webhooks.pending',
  'webhooks.dead',
  'commitments.confirmed',
  'executions.unclear',
  'handoffs.waiting',
  'duty.on_call',
] as const

export function postgresFigures(db: Queryable): Figures {
  return {
    async counts() {
      const { rows } = await db.query<{ name: string; value: string }>(/* sql */ `
        select 'tasks.done_without_person' as name, count(*)::text as value from tasks t
          where t.status = 'done' and not exists (select from handoffs h where h.thread_id = t.thread_id)
        union all select 'tasks.' || replace(status, '-', '_'), count(*)::text from tasks group by status
        union all select 'negotiations.' || replace(status, '-', '_'), count(*)::text from negotiations group by status
        union all select 'approvals.pending', count(*)::text from proposals p
          where not exists (select from approvals where proposal_id = p.id)
        union all select 'approvals.claimed', count(*)::text from approval_requests r
          where r.claimed_by is not null and not exists (select from approvals where proposal_id = r.proposal_id)
        union all select 'approvals.escalated', count(*)::text from approval_requests r
          where r.escalation > 0 and not exists (select from approvals where proposal_id = r.proposal_id)
        union all select 'approvals.overdue', count(distinct e.proposal_id)::text from review_events e
          where e.kind = 'escalated' and e.key = 'decision'
            and not exists (select from approvals where proposal_id = e.proposal_id)
        union all select 'approvals.waiting_for_customer', count(*)::text from review_questions q
          where q.recipient = 'customer' and not exists (select from review_answers where question_id = q.id)
            and not exists (select from approvals where proposal_id = q.proposal_id)
        union all select 'approvals.reminders', count(*)::text from review_events where kind = 'reminder'
        union all select 'approvals.escalations', count(*)::text from review_events where kind = 'escalated'
        union all select 'approvals.median_seconds_to_a_look',
            round(percentile_cont(0.5) within group (order by extract(epoch from r.first_look_at - p.created_at)))::text
          from approval_requests r join proposals p on p.id = r.proposal_id
          where r.first_look_at is not null having count(*) > 0
        union all select 'approvals.median_seconds_to_a_decision',
            round(percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - p.created_at)))::text
          from approvals a join proposals p on p.id = a.proposal_id
          where a.outcome in ('approved', 'rejected', 'edited') having count(*) > 0
        union all select 'webhooks.' || status, count(*)::text from webhook_deliveries group by status
        union all select 'approvals.overturned', count(*)::text from approvals where outcome in ('rejected', 'edited')
        union all select 'approvals.' || outcome, count(*)::text from approvals group by outcome
        union all select 'commitments.confirmed', count(*)::text from commitments
        union all select 'executions.unclear', count(*)::text from (
            select distinct on (proposal_id, act) proposal_id, act, kind from attempts order by proposal_id, act, seq desc
          ) last
          where kind = 'unknown'
            and not exists (select from commitments c where c.proposal_id = last.proposal_id and c.act = last.act)
        union all select 'handoffs.' || status, count(*)::text from handoffs group by status
        union all select 'handoffs.median_seconds_to_a_person',
            round(percentile_cont(0.5) within group (order by extract(epoch from accepted_at - requested_at)))::text
          from handoffs where accepted_at is not null having count(*) > 0
        union all select 'duty.on_call', count(*)::text from duty where on_duty
        union all select 'threads.all', count(*)::text from threads
        union all select 'messages.' || replace(role, '-', '_'), count(*)::text from messages group by role
        union all select 'customers.all', count(*)::text from customers`)
      const zeros = Object.fromEntries(ALWAYS.map((name) => [name, 0]))
      return { ...zeros, ...Object.fromEntries(rows.map(({ name, value }) => [name, Number(value)])) }
    },
  }
}
