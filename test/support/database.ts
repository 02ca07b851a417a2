/**
 * A database of its own for every test file: a copy of one migrated template.
 *
 * On the embedded database the template is an archive in node_modules/.cache; with TEST_DATABASE_URL it is a template
 * database on that PostgreSQL server. Both are named for everything that shapes the schema.
 *
 * @module
 */
import pg from 'pg'
import { APPLICATION_ROLE } from '../../src/db/application-role.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import { carryIdentity } from '../../src/db/identified-pool.ts'
import { PARLEY } from '../../src/db/identity.ts'
import { enableLogin, loginUrl } from '../../src/db/login-role.ts'
import { migrate } from '../../src/db/migrate.ts'
import { databaseTemplate, templateHash } from '../../src/server/database-template.ts'

export interface TestDatabase {
  /** Connected as the application's role; statements run as the program itself where no identity is named. */
  readonly pool: pg.Pool
  readonly kind: 'pglite' | 'postgres'
  /** On PostgreSQL: the owner of this copy. */
  readonly adminUrl?: string
  /** On PostgreSQL: the application's role on this copy, for processes that a test starts. */
  readonly url?: string
  close(): Promise<void>
}

/** Opens a fresh, migrated and empty database. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? ''
  if (server !== '') return openPostgresCopy(server)
  if (process.env.TEST_DATABASE_KIND === 'postgres') {
    throw new Error('TEST_DATABASE_URL is not set; run `node .ci/postgres.ts vitest run --project postgres`.')
  }
  return openEmbeddedCopy()
}

async function openEmbeddedCopy(): Promise<TestDatabase> {
  const from = await databaseTemplate()
  const copy = await openEmbedded({ folder: null, from, acquireTimeoutMs: 10_000, fallback: PARLEY })
  return { pool: copy.pool, kind: 'pglite', close: copy.close }
}

async function openPostgresCopy(server: string): Promise<TestDatabase> {
  const template = `parley_template_${await templateHash()}`
  await ensureTemplate(server, template)
  const name = `parley_test_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, async (client) => {
    await client.query(`create database ${name} template ${template}`)
  })
  const adminUrl = onDatabase(server, name)
  const url = loginUrl(adminUrl)
  const pool = carryIdentity(new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 }), PARLEY)
  pool.on('error', () => {}) // `drop … with (force)` below ends connections that a test left open
  return {
    pool,
    kind: 'postgres',
    adminUrl,
    url,
    async close() {
      if (!pool.ended) await pool.end()
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Any number for "somebody is making the template". */
const TEMPLATE_LOCK = 702_753_902

async function ensureTemplate(server: string, template: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const known = await client.query('select from pg_database where datname = $1', [template])
    if (known.rowCount !== 0) return
    const draft = `${template}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await client.query(`create database ${draft} template template0`)
    const owner = new pg.Pool({ connectionString: onDatabase(server, draft), max: 1 })
    await migrate(owner, { role: APPLICATION_ROLE })
    await enableLogin(owner, onDatabase(server, draft))
    await owner.end()
    await client.query(`alter database ${draft} rename to ${template}`)
  })
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function onDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
