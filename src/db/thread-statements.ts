/**
 * The statements of the hot path, each atomic by itself. Leases are measured by the database's own clock: they are about
 * processes that died, not about the day a conversation takes place.
 *
 * The lease row outlives its holder while a message waits. A release deletes it only if every message it can see is
 * answered and none has arrived since it looked ("arrivals" is compared with the locked row, not with the snapshot).
 *
 * @module
 */

import { putCheckpoint } from './checkpoint-statements.ts'
import { history } from './history.ts'
import { columnsOf, MESSAGE_COLUMNS } from './message-rows.ts'

/** $2 thread */
const OPEN_HANDOFF = /* sql */ `
  select from handoffs where thread_id = $2 and status in ('waiting', 'accepted')`

/** Customers' messages without an answer, in a thread that the surrounding statement names; an index serves exactly this. */
export const UNANSWERED = /* sql */ `
  m.role = 'customer' and not m.passed_to_person and not m.answered`

/**
 * $1 id, $2 thread, $3 whose it must be, $4 text, $5 locale or null for the thread's own, $6 at, $7 holder, $8 seconds, $9 focus
 *
 * Whoever may run is given the history as well, where nobody held or waited for the lease when the statement began: then
 * nothing was said since. A message that came and was answered while this statement ran is not in it, as if it had come
 * after this one; its sender had not seen an answer to this one either.
 */
export const RECEIVE = /* sql */ `
  with thread as (
    select id, locale from threads where id = $2 and customer_id = $3
  ), lease as (
    select clock_timestamp() + make_interval(secs => $8) as until
  ), stored as (
    insert into messages (id, thread_id, role, text, locale, focus, at, passed_to_person)
    select $1, id, 'customer', $4, coalesce($5, locale), $9, $6, exists (${OPEN_HANDOFF}) from thread
    on conflict (id) do nothing
    returning ${MESSAGE_COLUMNS}, passed_to_person
  ), leased as (
    insert into thread_leases as l (thread_id, holder, expires_at)
    select thread_id, $7, until from stored, lease where not passed_to_person
    on conflict (thread_id) do update set
      arrivals = l.arrivals + 1,
      holder = case when l.expires_at <= clock_timestamp() then excluded.holder else l.holder end,
      expires_at = case when l.expires_at <= clock_timestamp() then excluded.expires_at else l.expires_at end
    returning holder = $7 and expires_at = (select until from lease) as mine
  )
  select stored.*, true as stored, coalesce((select mine from leased), false) as leased, null::json as reply,
    thread.locale as thread_locale,
    case when (select mine from leased) and not exists (select from thread_leases where thread_id = $2)
      then (${history('thread_id = $2')}) end as history
  from stored, thread
  union all
  select ${columnsOf('m')}, m.passed_to_person, false, false,
    (select to_json(r) from (select ${MESSAGE_COLUMNS} from messages where in_reply_to = m.id) r), thread.locale, null::json
  from messages m, thread where m.id = $1 and not exists (select from stored)`

/** $1 thread, $2 holder, $3 seconds */
export const LEASE = /* sql */ `
  insert into thread_leases as l (thread_id, holder, expires_at)
  values ($1, $2, clock_timestamp() + make_interval(secs => $3))
  on conflict (thread_id) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where l.expires_at <= clock_timestamp() or l.holder = excluded.holder`

/** $1 thread, $2 holder */
export const RELEASE = /* sql */ `
  with gone as (
    delete from thread_leases l
    where l.thread_id = $1 and l.holder = $2
      and l.arrivals = (select arrivals from thread_leases where thread_id = $1)
      and not exists (select from messages m where m.thread_id = $1 and ${UNANSWERED})
    returning thread_id
  )
  update thread_leases set expires_at = clock_timestamp()
  where thread_id = $1 and holder = $2 and not exists (select from gone)`

/** $1 thread */
export const NEXT_UNANSWERED = /* sql */ `
  select m.* from messages m where m.thread_id = $1 and ${UNANSWERED} order by m.seq limit 1`

/**
 * $1 id, $2 thread, $3 the message it answers, $4 text, $5 locale, $6 facts, $7 focus, $8 at,
 * $9 passes while a person is being called, $10 holder or null, $11 to $16 the run's checkpoint as `PUT` takes it, or null
 *
 * The checkpoint goes with the reply, so that a turn has two commits: its message, and what came of it.
 */
export const REPLY = /* sql */ `
  with person as (
    select coalesce(bool_or(not ($9 and status = 'waiting')), false) as has_it
    from handoffs where thread_id = $2 and status in ('waiting', 'accepted')
  ), sent as (
    insert into messages (id, thread_id, role, text, locale, facts, focus, in_reply_to, at)
    select $1, $2, 'assistant', $4, $5, $6, $7, $3, $8 from person where not has_it
    on conflict (in_reply_to) do nothing
    returning seq
  ), settled as (
    update messages set
      answered = answered or exists (select from sent),
      passed_to_person = passed_to_person or (select has_it from person)
    where id = $3
  ), released as (
    delete from thread_leases l
    where l.thread_id = $2 and l.holder = $10
      and l.arrivals = (select arrivals from thread_leases where thread_id = $2)
      and not exists (select from messages m where m.thread_id = $2 and m.id <> $3 and ${UNANSWERED})
    returning thread_id
  ), ${putCheckpoint({ first: 11 })}
  select case when exists (select from sent) then 'sent' when has_it then 'silenced' else 'answered' end as outcome,
    (select seq from sent) as seq, exists (select from released) as released
  from person`
