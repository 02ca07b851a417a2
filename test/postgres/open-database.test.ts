import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/open-database.ts'

/** What only a real server can show: roles, logins and two migrators at once. */
describe('opening PostgreSQL', () => {
  const server = process.env.TEST_DATABASE_URL ?? ''
  const suffix = crypto.randomUUID().slice(0, 8)
  const names = [`parley_open_a_${suffix}`, `parley_open_b_${suffix}`]
  const roles = [`shop_owner_${suffix}`, `shop_app_${suffix}`]
  let admin: pg.Client

  beforeAll(async () => {
    admin = new pg.Client({ connectionString: server })
    await admin.connect()
    for (const role of roles) await admin.query(`create role ${role} login password 'secret'`)
    await admin.query(`create database ${names[0]}`)
    await admin.query(`create database ${names[1]} owner ${roles[0]}`)
  })

  afterAll(async () => {
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
    for (const role of roles) await admin.query(`drop role ${role}`)
    await admin.end()
  })

  function url(database: string | undefined, role?: string): string {
    const parts = new URL(server)
    parts.pathname = `/${database}`
    if (role !== undefined) {
      parts.username = role
      parts.password = 'secret'
    }
    return parts.href
  }

  async function closing<T>(database: Database, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
    try {
      return await work(database.pool)
    } finally {
      await database.close()
    }
  }

  it('migrates as the owner and works as the limited role, also when several start at once', async () => {
    const config = { kind: 'postgres', url: url(names[0]), adminUrl: null, poolSize: 2 } as const
    const opened = await Promise.all([openDatabase(config), openDatabase(config), openDatabase(config)])
    for (const database of opened) {
      await closing(database, async (pool) => {
        const { rows } = await pool.query('select session_user as role, count(*)::int as steps from schema_migrations')
        expect(rows).toEqual([{ role: 'parley_app', steps: expect.any(Number) }])
      })
    }
  })

  it.each([
    'delete from approvals',
    'update decisions set decision = null',
    'truncate commitments',
    'update audit_entries set actor = null',
    'delete from mandate_events',
    'delete from schema_migrations',
    'alter table approvals disable trigger all',
    'drop trigger approvals_checked on approvals',
    'set session_replication_role = replica',
    'set role postgres',
    'set session authorization parley_owner',
    'create table t (a int)',
    'alter function check_approval() owner to parley_app',
  ])('refuses the application %j', async (statement) => {
    const database = await openDatabase({ kind: 'postgres', url: url(names[0]), adminUrl: null, poolSize: 1 })
    await closing(database, async (pool) => {
      await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be|does not exist/)
    })
  })

  it('takes an owner that is no superuser for migrating and the named role for working', async () => {
    await admin.query(`alter role ${roles[0]} superuser`) // the extension alone needs it
    const owner = new pg.Client({ connectionString: url(names[1], roles[0]) })
    await owner.connect()
    await owner.query('create extension if not exists vector')
    await owner.end()
    await admin.query(`alter role ${roles[0]} nosuperuser`)

    const config = { kind: 'postgres', url: url(names[1], roles[1]), adminUrl: url(names[1], roles[0]) } as const
    await closing(await openDatabase(config), async (pool) => {
      const { rows } = await pool.query('select session_user as role')
      expect(rows).toEqual([{ role: roles[1] }])
    })
  })

  it('works with the limited role alone once the schema is up to date, and refuses before', async () => {
    const limited = { kind: 'postgres', url: url(names[1], roles[1]), adminUrl: null } as const
    await closing(await openDatabase(limited), (pool) => pool.query('select from threads'))

    const owner = new pg.Client({ connectionString: url(names[1], roles[0]) })
    await owner.connect()
    await owner.query(`delete from schema_migrations where name = '0005-knowledge'`)
    await expect(openDatabase(limited)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await owner.query(`insert into schema_migrations (name) values ('0005-knowledge')`)
    await owner.end()
  })

  it('refuses to work as a role that could switch the gate off', async () => {
    const owners = { kind: 'postgres', url: url(names[1], roles[0]), adminUrl: url(names[1], roles[0]) } as const
    await expect(openDatabase(owners)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    const superuser = { kind: 'postgres', url: url(names[0]), adminUrl: url(names[0]) } as const
    await expect(openDatabase(superuser)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('refuses an owner that may make no login role, and says what to do', async () => {
    const database = `parley_open_c_${suffix}`
    names.push(database)
    await admin.query(`create database ${database} owner ${roles[0]}`)
    const side = new pg.Client({ connectionString: url(database) })
    await side.connect()
    await side.query('create extension vector')
    await side.end()
    await expect(openDatabase({ kind: 'postgres', url: url(database, roles[0]), adminUrl: null })).rejects.toThrow(
      'DATABASE_ADMIN_URL',
    )
  })

  it('refuses a database that a newer version migrated', async () => {
    const owner = new pg.Client({ connectionString: url(names[0]) })
    await owner.connect()
    await owner.query(`insert into schema_migrations (name) values ('9999-future')`)
    await expect(openDatabase({ kind: 'postgres', url: url(names[0]), adminUrl: null })).rejects.toThrow(
      'newer version',
    )
    await owner.query(`delete from schema_migrations where name = '9999-future'`)
    await owner.end()
  })
})
