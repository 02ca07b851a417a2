/**
 * What an intruder with the owner's rights could do: SQL with every trigger and foreign key switched off.
 *
 * @module
 */
import pg from 'pg'
import type { Queryable } from '../../src/db/queryable.ts'
import type { TestDatabase } from './database.ts'

/** Runs statements as the owner of the tables, past all that guards them. */
export async function asOwner(database: TestDatabase, work: (db: Queryable) => Promise<unknown>): Promise<void> {
  if (database.adminUrl !== undefined) {
    const client = new pg.Client({ connectionString: database.adminUrl })
    await client.connect()
    try {
      await client.query('set session_replication_role = replica')
      await work(client)
    } finally {
      await client.end()
    }
    return
  }
  const client = await database.pool.connect()
  try {
    // The one session of the embedded database can reset its role (docs/security.md says so).
    await client.query("do $$ begin execute 'reset ' || 'role'; end $$")
    await client.query('set session_replication_role = replica')
    await work(client)
    await client.query('set session_replication_role = origin')
  } finally {
    client.release()
  }
}
