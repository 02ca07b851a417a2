/**
 * Work that must not run twice at once, over any number of processes.
 *
 * @module
 */
import type { Ids } from '../../tools/shared/ids.ts'
import type { RunLeases } from '../db/postgres-leases.ts'

/** What a dead process leaves is free after that; a living one renews it three times in between. */
const LEASE_SECONDS = 15
/** Seconds until work that somebody else is doing is looked at again. */
export const LOOK_AGAIN_SECONDS = 5

/** The lease under which a task is concluded. */
export const taskRun = (taskId: string): string => `task:${taskId}`

/**
 * Does the work while holding the lease; `busy` when somebody else holds it. A process that is cut off from the
 * database for longer than the lease may find that somebody has taken over: what it does then must be safe twice.
 */
export async function alone(
  { leases, ids }: { readonly leases: RunLeases; readonly ids: Ids },
  run: string,
  work: () => Promise<void>,
): Promise<'done' | 'busy'> {
  const holder = ids.next('run')
  if (!(await leases.take(run, holder, LEASE_SECONDS))) return 'busy'
  const renewal = setInterval(
    () => {
      leases.renew(run, holder, LEASE_SECONDS).catch(() => {}) // the next beat tries again
    },
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    await work()
    return 'done'
  } finally {
    clearInterval(renewal)
    await leases.release(run, holder)
  }
}
