/**
 * Whether anything is still held or worked on when everything is done.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reader } from './look.ts'
import { type Violation, violations } from './violation.ts'

/**
 * A lease is fifteen seconds, and who waits for one looks again after five. What is held this many times as long is held
 * for ever: long, because a busy machine may need some of it for the work itself.
 */
const LONGEST_MS = 300_000

const HELD = /* sql */ `
  select 'thread ' || thread_id as what from thread_leases where expires_at > clock_timestamp()
  union all select 'run ' || run from run_leases where expires_at > clock_timestamp()
  union all select 'execution ' || proposal_id from execution_leases where expires_at > clock_timestamp()
  union all select 'job ' || name || ' ' || id || ' (' || state || ')' from pgboss.job
    where state in ('created', 'active', 'retry') and start_after <= now() and name <> 'sweep'`

/** Waits until nothing is held and no job is due; what is left then is stuck. */
export async function heldAfterAll(reader: Reader): Promise<readonly Violation[]> {
  const deadline = performance.now() + LONGEST_MS
  for (;;) {
    const { rows } = (await reader.query(HELD)) as { rows: { what: string }[] }
    if (rows.length === 0) return []
    if (performance.now() > deadline)
      return violations(
        'stuck',
        rows.map(({ what }) => `${what} is still held`),
      )
    await sleep(500)
  }
}
