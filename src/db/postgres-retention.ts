/**
 * Forgetting what has been kept long enough: once a day, in one transaction, written down in the audit trail.
 *
 * @module
 */
import type pg from 'pg'
import { type Clock, today } from '../../tools/shared/clock.ts'
import { RETAINED, type Retained, type RetentionDays } from '../retention/retention-days.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

const DAY_MS = 86_400_000
/** Rows of a kind in one day's run; what is left over goes the next day. */
const AT_ONCE = 5_000

/** What is forgotten, by the day before which it came to rest ($1) and how many at once ($2). */
const FORGET: Readonly<Record<Retained, string>> = {
  // Open is what a task, a hand-off or an unanswered message still needs the conversation for.
  threads: /* sql */ `
    with old as (
      select t.id from threads t
      where t.created_at < $1
        and not exists (select from messages m where m.thread_id = t.id and m.at >= $1)
        and not exists (select from messages m where m.thread_id = t.id
          and m.role = 'customer' and not m.answered and not m.passed_to_person)
        and not exists (select from handoffs h where h.thread_id = t.id
          and (h.status in ('waiting', 'accepted') or h.ended_at >= $1))
        and not exists (select from tasks k where k.thread_id = t.id
          and k.status in ('negotiating', 'awaiting-approval', 'executing', 'needs-human'))
        and not exists (select from proposals p where p.thread_id = t.id
          and not exists (select from approvals a where a.proposal_id = p.id))
      order by t.created_at limit $2
    ), writes as (
      delete from checkpoint_writes where thread_id in (select 'turn:' || id from old)
    ), state as (
      delete from checkpoints where thread_id in (select 'turn:' || id from old)
    )
    delete from threads where id in (select id from old)`,
  // A key that broke off carries no age; it may still hold the note of what it made.
  'idempotency-keys': /* sql */ `
    delete from idempotency_keys where (subject, key) in (
      select subject, key from idempotency_keys
      where created_at < $1 and (status is not null or isfinite(created_at)) limit $2)`,
  'webhook-deliveries': /* sql */ `
    delete from webhook_deliveries where id in (select id from webhook_deliveries where ended_at < $1 limit $2)`,
  'expired-offers': /* sql */ `
    delete from offers where (customer_id, id, as_of) in (
      select customer_id, id, as_of from offers where (record ->> 'validUntil')::date < $1::date limit $2)`,
  'rate-limits': /* sql */ `
    delete from rate_limits where key in (
      select key from rate_limits where expire < extract(epoch from $1::timestamptz) * 1000 limit $2)`,
}

/** What a run forgot, by kind. */
export type Forgotten = Readonly<Record<Retained, number>>

/** Forgets what is due, if that was not done today; null when it was. */
export function postgresRetention(parts: {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly days: RetentionDays
}): () => Promise<Forgotten | null> {
  const { pool, clock, days } = parts
  return () =>
    inTransaction(pool, async (client) => {
      const at = clock.now()
      // The row decides who runs: a second process waits for it, and finds it taken.
      const mine = await client.query(
        'insert into retention_runs (day, forgotten) values ($1, $2) on conflict (day) do nothing',
        [today(clock), '{}'],
      )
      if (mine.rowCount === 0) return null
      const counts: Partial<Record<Retained, number>> = {}
      for (const kind of RETAINED) {
        const before = new Date(at.getTime() - days[kind] * DAY_MS)
        counts[kind] = (await client.query(FORGET[kind], [before, AT_ONCE])).rowCount ?? 0
      }
      const forgotten = counts as Forgotten
      await client.query('update retention_runs set forgotten = $2 where day = $1', [
        today(clock),
        JSON.stringify(forgotten),
      ])
      if (Object.values(forgotten).some((count) => count > 0)) {
        const entry = { customerId: null, actor: 'parley', action: 'retention.applied', subject: today(clock) }
        await record({ ...entry, detail: { forgotten, days }, at }, client)
      }
      return forgotten
    })
}
