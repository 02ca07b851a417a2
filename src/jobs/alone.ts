/**
 * Work that must not run twice at once, over any number of processes.
 *
 * @module
 */
import type { Ids } from '../../tools/shared/ids.ts'
import type { RunLeases } from '../db/postgres-leases.ts'

/** Longer than one piece of work takes; what a dead process leaves is free after that. */
const LEASE_SECONDS = 120
/** Seconds until work that somebody else is doing is looked at again. */
export const LOOK_AGAIN_SECONDS = 5

/** Does the work while holding the lease; `busy` when somebody else holds it. */
export async function alone(
  { leases, ids }: { readonly leases: RunLeases; readonly ids: Ids },
  run: string,
  work: () => Promise<void>,
): Promise<'done' | 'busy'> {
  const holder = ids.next('run')
  if (!(await leases.take(run, holder, LEASE_SECONDS))) return 'busy'
  try {
    await work()
    return 'done'
  } finally {
    await leases.release(run, holder)
  }
}
