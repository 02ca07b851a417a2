/**
 * A pool whose every statement carries the identity of whoever runs it: a request that forgets its `where` finds its own
 * rows, and one that forgets its identity finds none.
 *
 * @module
 */
import type pg from 'pg'
import { queryAs } from './identified-query.ts'
import { currentIdentity, type Identity } from './identity.ts'
import type { Queryable } from './queryable.ts'

const otherwise = new WeakMap<pg.Pool, Identity | null>()

/**
 * Makes `pool.query` run under the current identity, one statement at a time. Clients of `pool.connect()` carry none
 * until a transaction of `inTransaction` begins on them.
 *
 * @param fallback who runs where nobody is named; null in service, so that what is forgotten finds nothing
 */
export function carryIdentity<P extends pg.Pool>(pool: P, fallback: Identity | null = null): P {
  otherwise.set(pool, fallback)
  async function query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const config = typeof statement === 'string' ? { text: statement } : statement
    const identity = identityOn(pool) ?? null
    return onClient(pool, (client) => queryAs(client, identity, { ...config, values: values ?? config.values ?? [] }))
  }
  return Object.assign(pool, { query })
}

/** Who a statement on this pool runs as now: null is nobody, undefined that the pool carries no identities. */
export function identityOn(pool: pg.Pool): Identity | null | undefined {
  const fallback = otherwise.get(pool)
  return fallback === undefined ? undefined : (currentIdentity() ?? fallback)
}

/** The pool's statements without an identity, for the job queue: its tables hold ids alone and have no row policies. */
export function withoutIdentity(pool: pg.Pool): Queryable {
  return {
    query: <R extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      onClient(pool, (client) => client.query<R>(text, values)),
  }
}

async function onClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  client.on('error', ignore)
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    // What the server refused leaves the connection sound; anything else may have broken it.
    if (!isRefusal(error)) broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity !== 'FATAL'
}

/** A connection that breaks fails the statement that is under way; that is how it is heard of. */
function ignore(): void {}
