/**
 * Brings a database to the schema this version of the code speaks: forward only, a transaction each.
 *
 * @module
 */
import type pg from 'pg'
import { ParleyError } from '../../tools/shared/errors.ts'
import { installQueueSchema, QUEUE_SCHEMA } from '../jobs/queue-schema.ts'
import { createRole, grantToRole } from './application-role.ts'
import { MIGRATIONS } from './migrations/all.ts'
import type { Queryable } from './queryable.ts'
import { inTransaction } from './transaction.ts'

/** One number for all who migrate this database: they go one after the other. */
const MIGRATION_LOCK = 702_753_901

/** Everything that must have happened, in order; the queue's own schema comes by its library, after ours. */
const STEPS: readonly string[] = [...MIGRATIONS.map(({ name }) => name), QUEUE_SCHEMA]

/**
 * Migrates as the owner of the tables and grants `role` what the application needs.
 *
 * Two at once are safe: each step inserts its name first under an advisory lock, so the second waits and finds it
 * done. (Advisory locks exclude nobody on the embedded database; its lock file does that work.)
 *
 * @returns the names of the steps taken now
 * @throws ParleyError CONFIG_INVALID when the database was migrated by a newer version
 */
export async function migrate(admin: pg.Pool, { role }: { role: string }): Promise<readonly string[]> {
  const taken: string[] = []
  const missing = new Set(await missingSteps(admin))
  for (const { name, sql } of MIGRATIONS) {
    if (missing.has(name) && (await takeStep(admin, name, sql))) taken.push(name)
  }
  if (missing.has(QUEUE_SCHEMA)) {
    await installQueue(admin)
    if (await takeStep(admin, QUEUE_SCHEMA, null)) taken.push(QUEUE_SCHEMA)
  }
  await inTransaction(admin, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await createRole(client, role)
    await grantToRole(client, role)
  })
  return taken
}

/** Inserts the step's name first, so that only one of two migrators applies it. */
function takeStep(admin: pg.Pool, name: string, sql: string | null): Promise<boolean> {
  return inTransaction(admin, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query(/* sql */ `
      create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())
    `)
    const inserted = await client.query('insert into schema_migrations (name) values ($1) on conflict do nothing', [
      name,
    ])
    if (inserted.rowCount === 0) return false
    if (sql !== null) await client.query(sql)
    return true
  })
}

/** The library brings its own transactions, so the lock is the session's; repeating the work changes nothing. */
async function installQueue(admin: pg.Pool): Promise<void> {
  const client = await admin.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await installQueueSchema(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    client.release()
  }
}

/** Whether every step has been taken. */
export async function isUpToDate(db: Queryable): Promise<boolean> {
  return (await missingSteps(db)).length === 0
}

async function missingSteps(db: Queryable): Promise<readonly string[]> {
  const table = await db.query<{ known: boolean }>(`select to_regclass('schema_migrations') is not null as known`)
  if (table.rows[0]?.known !== true) return STEPS
  const { rows } = await db.query<{ name: string }>('select name from schema_migrations')
  const taken = new Set(rows.map((row) => row.name))
  const newest = MIGRATIONS.at(-1)?.name ?? ''
  const unknown = [...taken].find((name) => /^\d{4}-/.test(name) && name > newest)
  if (unknown !== undefined) {
    throw new ParleyError(
      'CONFIG_INVALID',
      `The database was migrated by a newer version of Parley (${unknown}). Run that version; schemas only go forward.`,
    )
  }
  return STEPS.filter((name) => !taken.has(name))
}
