/**
 * A `pg.Pool` over the embedded database, which has one connection for everybody.
 *
 * Over that one connection a plain pool would leak: a failed query would destroy it for all, a forgotten rollback
 * would reach the next request, a nested checkout would wait for ever. This one never destroys its client, rolls back
 * on release, times out on acquire, and sets the application's role at every checkout.
 *
 * @module
 */
import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { ParleyError } from '../../tools/shared/errors.ts'
import { SET_IDENTITY } from './identified-query.ts'

type Checkout = (error: Error | undefined, client?: pg.PoolClient, done?: pg.PoolClient['release']) => void

/** Statements that would change who the connection is; the words may stand apart by blanks or comments. */
const ROLE_STATEMENT =
  /\b(?:set\s+(?:local\s+|session\s+)?(?:role|session\s+authorization)|reset\s+(?:role|all|session\s+authorization)|discard\s+all|set_config)\b/i

export class EmbeddedPool extends pg.Pool {
  readonly #role: string | null
  readonly #guarded = new WeakSet<pg.PoolClient>()

  /** @param role the role of every checkout; null leaves the superuser, for migrating alone */
  constructor(database: PGlite, options: { role: string | null; acquireTimeoutMs?: number }) {
    super(
      Object.assign(createPgConfig(database), {
        max: 1,
        min: 1,
        idleTimeoutMillis: 0,
        connectionTimeoutMillis: options.acquireTimeoutMs ?? 30_000,
      }),
    )
    this.#role = options.role
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Checkout): void
  override connect(callback?: Checkout): Promise<pg.PoolClient> | undefined {
    if (callback !== undefined) {
      this.#checkOut().then(
        (client) => callback(undefined, client, client.release),
        (error: Error) => callback(error),
      )
      return undefined
    }
    return this.#checkOut()
  }

  async #checkOut(): Promise<pg.PoolClient> {
    const client = await super.connect()
    const giveBack = client.release
    let released = false
    client.release = () => {
      if (released) throw new Error('Release called on a client that was already released to the pool.')
      released = true
      // A failed or unawaited query leaves the client busy: the rollback queues behind it.
      if (isIdle(client)) giveBack()
      else client.query('rollback', () => giveBack())
    }
    if (this.#role !== null) {
      if (!this.#guarded.has(client)) this.#guard(client)
      await this.#assumeRole(client, this.#role)
    }
    return client
  }

  async #assumeRole(client: pg.PoolClient, role: string): Promise<void> {
    try {
      await unguarded(client)(`set role ${pg.escapeIdentifier(role)}`)
    } catch (error) {
      client.release()
      throw error
    }
  }

  #guard(client: pg.PoolClient): void {
    this.#guarded.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const guarded = (...args: unknown[]): unknown => {
      const refusal = refuseRoleStatement(args[0])
      if (refusal === null) return query(...args)
      // A statement that is an object of its own brings its callback along.
      const callback = (args[0] as { callback?: unknown } | null)?.callback ?? args.at(-1)
      if (typeof callback === 'function') return process.nextTick(callback as () => void, refusal)
      return Promise.reject(refusal)
    }
    Object.assign(client, { query: guarded, [UNGUARDED]: query })
  }
}

const UNGUARDED = Symbol('unguarded query')

function unguarded(client: pg.PoolClient): (text: string) => Promise<unknown> {
  return (client as unknown as { [UNGUARDED]: (text: string) => Promise<unknown> })[UNGUARDED]
}

function isIdle(client: pg.PoolClient): boolean {
  return client.getTransactionStatus() === 'I' && (client as unknown as { readyForQuery: boolean }).readyForQuery
}

function refuseRoleStatement(query: unknown): ParleyError | null {
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text
  if (typeof text !== 'string' || text === SET_IDENTITY.text) return null // names settings of ours and a time limit, no role
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/--[^\n]*/g, ' ')
  if (!ROLE_STATEMENT.test(bare)) return null
  return new ParleyError('FORBIDDEN', 'The application may not change its database role.')
}
