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
