/**
 * Opens the database that the configuration names, with its schema up to date and the application's role on it.
 *
 * @module
 */
import pg from 'pg'
import { ParleyError } from '../../tools/shared/errors.ts'
import { APPLICATION_ROLE } from './application-role.ts'
import type { Database } from './database.ts'
import { type EmbeddedProgress, openEmbedded } from './embedded.ts'
import { carryIdentity } from './identified-pool.ts'
import type { Identity } from './identity.ts'
import { requireLimitedRole } from './limited-role.ts'
import { enableLogin, loginUrl } from './login-role.ts'
import { isUpToDate, migrate } from './migrate.ts'

export type DatabaseConfig =
  | {
      readonly kind: 'embedded'
      readonly folder: string | null
      /** The archive of a migrated database to begin with, where the folder holds none. */
      readonly from?: Blob
    }
  | {
      readonly kind: 'postgres'
      /** Names the owner (who migrates and makes the login role) or a limited role. */
      readonly url: string
      /** The owner, when `url` names a limited role. */
      readonly adminUrl: string | null
      readonly poolSize?: number
    }

type PostgresUrls = Pick<Extract<DatabaseConfig, { kind: 'postgres' }>, 'url' | 'adminUrl'>

/**
 * @param options.fallback under whose identity statements run where nobody is named: programs of the operator say `PARLEY`,
 * the service nobody, so that what is forgotten finds nothing
 * @throws ParleyError DATABASE_IN_USE (embedded, by another process), CONFIG_INVALID (the schema is not up to date and
 * nobody may migrate; the role could switch the gate off; no login can be made), DATABASE_UNREACHABLE
 */
export async function openDatabase(
  config: DatabaseConfig,
  options: { onProgress?: (progress: EmbeddedProgress) => void; fallback?: Identity } = {},
): Promise<Database> {
  if (config.kind === 'embedded') {
    const { folder, from } = config
    const embedded = await openEmbedded({ folder, ...(from === undefined ? {} : { from }), ...options })
    return { kind: 'pglite', pool: embedded.pool, close: embedded.close }
  }
  const url = await reaching(config, () => preparedUrl(config))
  const pool = carryIdentity(createPool(url, config.poolSize ?? 10), options.fallback)
  try {
    await requireLimitedRole(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { kind: 'postgres', pool, close: () => (pool.ended ? Promise.resolve() : pool.end()) }
}

/**
 * Brings PostgreSQL's schema up to date and prepares the role the application works as.
 *
 * @returns the names of the steps taken now
 * @throws ParleyError CONFIG_INVALID when the role may not change the schema, or no login can be made;
 * DATABASE_UNREACHABLE
 */
export async function migratePostgres(urls: PostgresUrls): Promise<readonly string[]> {
  return reaching(urls, () => migrateAs(urls))
}

async function migrateAs({ url, adminUrl }: PostgresUrls): Promise<readonly string[]> {
  if (adminUrl !== null) {
    const role = decodeURIComponent(new URL(url).username)
    return withPool(adminUrl, (admin) => migrate(admin, { role }))
  }
  return withPool(url, async (owner) => {
    if (!(await mayMigrate(owner))) throw notUpToDate()
    const taken = await migrate(owner, { role: APPLICATION_ROLE })
    await enableLogin(owner, url)
    return taken
  })
}

/** What keeps a connection from being made: the network, or the server's own refusal of login and database. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH'])
const REFUSED = new Set(['28000', '28P01', '3D000', '53300', '57P03'])

/** Says what an operator can act on when there is no way in; never with the URL, which holds a password. */
async function reaching<T>({ url, adminUrl }: PostgresUrls, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const { code = '', message = '' } = cause as { code?: string; message?: string }
    if (!UNREACHABLE.has(code) && !REFUSED.has(code) && !/timeout/i.test(message)) throw cause
    const where = [...new Set([url, ...(adminUrl === null ? [] : [adminUrl])].map((text) => new URL(text).host))]
    throw new ParleyError(
      'DATABASE_UNREACHABLE',
      `PostgreSQL at ${where.join(' or ')} cannot be used (${message || code}). Check DATABASE_URL, and that the server runs.`,
      { cause },
    )
  }
}

/** Migrates where somebody may, and returns the URL to work with. */
async function preparedUrl(urls: PostgresUrls): Promise<string> {
  const { url, adminUrl } = urls
  const limited = adminUrl === null && !(await withPool(url, mayMigrate))
  if (limited) {
    if (!(await withPool(url, isUpToDate))) throw notUpToDate()
    return url
  }
  await migrateAs(urls)
  return adminUrl === null ? loginUrl(url) : url
}

function notUpToDate(): ParleyError {
  return new ParleyError(
    'CONFIG_INVALID',
    'The schema is not up to date and the role in DATABASE_URL may not change it. Set DATABASE_ADMIN_URL, or run `npm run migrate` with it.',
  )
}

/** Whether the role owns the gate's tables or, where there are none yet, may create them. */
async function mayMigrate(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(/* sql */ `
    select coalesce(
      (select pg_has_role(current_user, relowner, 'member') from pg_class where oid = to_regclass('approvals')),
      has_schema_privilege(current_user, 'public', 'create')
    ) as may
  `)
  return rows[0]?.may === true
}

function createPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next checkout
  return pool
}

async function withPool<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = createPool(url, 2)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
