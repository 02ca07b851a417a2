/**
 * The database as the owner of its tables sees it: past every policy, to judge by; and past every check, to tamper.
 *
 * @module
 */
import pg from 'pg'
import { openDatabase } from '../../src/db/open-database.ts'
import { databaseTemplate } from '../../src/server/database-template.ts'

export interface Owner {
  query<T>(text: string, values?: readonly unknown[]): Promise<readonly T[]>
  /** With every trigger and foreign key off. */
  tamper(text: string, values?: readonly unknown[]): Promise<void>
}

export interface Battlefield {
  /** As the service opens it. */
  readonly pool: pg.Pool
  readonly kind: 'pglite' | 'postgres'
  readonly owner: Owner
  close(): Promise<void>
}

/** A migrated database of its own: on the server at `url`, as somebody who may create databases; else in memory. */
export async function openBattlefield(url: string): Promise<Battlefield> {
  return url === '' ? inMemory() : onServer(url)
}

async function inMemory(): Promise<Battlefield> {
  const { pool, close } = await openDatabase({ kind: 'embedded', folder: null, from: await databaseTemplate() })
  async function asOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      // The one session of the embedded database can reset its role; the next checkout takes it on again.
      await client.query("do $$ begin execute 'reset ' || 'role'; end $$")
      return await work(client)
    } finally {
      client.release()
    }
  }
  return {
    ...{ pool, kind: 'pglite', close },
    owner: {
      query: <T>(text: string, values: readonly unknown[] = []) =>
        asOwner(async (client) => (await client.query(text, [...values])).rows as T[]),
      tamper: (text, values = []) =>
        asOwner(async (client) => {
          await client.query('set session_replication_role = replica')
          try {
            await client.query(text, [...values])
          } finally {
            await client.query('set session_replication_role = origin')
          }
        }),
    },
  }
}

async function onServer(server: string): Promise<Battlefield> {
  const name = `parley_attack_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = new pg.Pool({ connectionString: server, max: 1 })
  await admin.query(`create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const { pool, close } = await openDatabase({ kind: 'postgres', url: url.href, adminUrl: null })
  const owner = new pg.Pool({ connectionString: url.href, max: 1 })
  owner.on('error', () => {}) // dropping the database ends connections that are still saying goodbye
  return {
    ...{ pool, kind: 'postgres' },
    owner: {
      query: async <T>(text: string, values: readonly unknown[] = []) =>
        (await owner.query(text, [...values])).rows as T[],
      async tamper(text, values = []) {
        await owner.query('set session_replication_role = replica')
        try {
          await owner.query(text, [...values])
        } finally {
          await owner.query('set session_replication_role = origin')
        }
      },
    },
    async close() {
      await close()
      await owner.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
