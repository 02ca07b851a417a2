/**
 * One transaction on one client: committed when the work returns, rolled back when it throws.
 *
 * @module
 */
import type pg from 'pg'
import { identityOn } from './identified-pool.ts'
import { queryAs } from './identified-query.ts'
import type { Queryable } from './queryable.ts'

const afterCommits = new WeakMap<Queryable, (() => void)[]>()

/**
 * Runs `work` in a transaction on a client of its own. Inside, use that client for every statement. On a pool that
 * carries identities the whole transaction runs under the one that is current when it begins.
 *
 * @throws whatever `work` throws, after the rollback
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  { begin = 'begin' }: { readonly begin?: 'begin' | 'begin isolation level repeatable read' } = {},
): Promise<T> {
  const client = await pool.connect()
  client.on('error', ignore)
  const callbacks: (() => void)[] = []
  afterCommits.set(client, callbacks)
  let broken: Error | undefined
  try {
    const identity = identityOn(pool)
    if (identity === undefined) await client.query(begin)
    else await queryAs(client, identity, { text: begin })
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    callbacks.length = 0
    await client.query('rollback').catch((cause: Error) => {
      broken = cause // the connection is gone, and its transaction with it: the pool must not hand it out again
    })
    throw error
  } finally {
    afterCommits.delete(client)
    client.off('error', ignore)
    client.release(broken)
    for (const callback of callbacks) callback()
  }
}

/**
 * Calls `callback` once the transaction that `db` belongs to is committed, never when it is rolled back; at once
 * when `db` is in no transaction of `inTransaction`. The callback must not throw.
 */
export function afterCommit(db: Queryable, callback: () => void): void {
  const callbacks = afterCommits.get(db)
  if (callbacks === undefined) callback()
  else callbacks.push(callback)
}

/** A connection that breaks fails the statement that is under way; unheard, the event would end the process. */
function ignore(): void {}
