/**
 * One pool per request over Hyperdrive, which keeps the real connections.
 *
 * @module
 */
import pg from 'pg'
import { ParleyError } from '../../../tools/shared/errors.ts'
import { carryIdentity } from '../../db/identified-pool.ts'
import { requireLimitedRole } from '../../db/limited-role.ts'
import { isUpToDate } from '../../db/migrate.ts'

/** A Worker may hold six connections at once; counterparties and the model need some of them. */
const CONNECTIONS = 4

/**
 * A pool that lives as long as its request. It is never ended: an open stream may still need it, and when the request
 * and all it waits for are over the runtime closes its sockets.
 */
export function openHyperdrivePool(connectionString: string): pg.Pool {
  const pool = carryIdentity(
    new pg.Pool({
      connectionString,
      max: CONNECTIONS,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 0, // a timer would outlive the request
    }),
  )
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next checkout
  return pool
}

/** Connection strings that were found in order by this isolate. */
const checked = new Set<string>()

/**
 * Checks once per isolate that the schema is up to date and the role limited: a Worker never migrates.
 *
 * @throws ParleyError CONFIG_INVALID
 */
export async function requirePrepared(pool: pg.Pool, connectionString: string): Promise<void> {
  if (checked.has(connectionString)) return
  if (!(await isUpToDate(pool))) {
    throw new ParleyError(
      'CONFIG_INVALID',
      'The schema is not up to date and a Worker does not migrate. Run `npm run migrate` with DATABASE_URL and DATABASE_ADMIN_URL.',
    )
  }
  await requireLimitedRole(pool)
  checked.add(connectionString)
}
