/**
 * One run of a kind at a time, over any number of processes.
 *
 * @module
 */
import type { Queryable } from './queryable.ts'

export interface RunLeases {
  /** True when `holder` may run now; a lease that ran out is free. Measured by the database's own clock. */
  take(run: string, holder: string, seconds: number): Promise<boolean>
  /** Makes a lease last longer that is still the holder's; one that was released or taken over is left alone. */
  renew(run: string, holder: string, seconds: number): Promise<void>
  release(run: string, holder: string): Promise<void>
}

export function postgresLeases(db: Queryable): RunLeases {
  return {
    async take(run, holder, seconds) {
      const { rowCount } = await db.query(
        /* sql */ `
          insert into run_leases (run, holder, expires_at)
          values ($1, $2, clock_timestamp() + make_interval(secs => $3))
          on conflict (run) do update set holder = excluded.holder, expires_at = excluded.expires_at
            where run_leases.expires_at <= clock_timestamp()`,
        [run, holder, seconds],
      )
      return rowCount === 1
    },

    async renew(run, holder, seconds) {
      await db.query(
        /* sql */ `
          update run_leases set expires_at = clock_timestamp() + make_interval(secs => $3)
          where run = $1 and holder = $2`,
        [run, holder, seconds],
      )
    },

    async release(run, holder) {
      await db.query('delete from run_leases where run = $1 and holder = $2', [run, holder])
    },
  }
}
