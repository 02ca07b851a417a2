/**
 * How many days each kind of data is kept after it has done its work.
 *
 * @module
 */

/** What the daily job forgets. What was approved and done is evidence and no part of this. */
export const RETAINED = ['threads', 'idempotency-keys', 'webhook-deliveries', 'expired-offers', 'rate-limits'] as const

export type Retained = (typeof RETAINED)[number]

export type RetentionDays = Readonly<Record<Retained, number>>

export const RETENTION_DAYS: RetentionDays = {
  threads: 730, // counted from the last message, when nothing in them is open
  'idempotency-keys': 30, // `docs/api.md` promises that a repeated request gets its first answer so long
  'webhook-deliveries': 30,
  'expired-offers': 365,
  'rate-limits': 1,
}
