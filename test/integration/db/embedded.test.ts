import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../../src/db/embedded.ts'
import { EmbeddedPool } from '../../../src/db/embedded-pool.ts'
import { afterCommit, inTransaction } from '../../../src/db/transaction.ts'

describe('the embedded database', () => {
  let folder: string
  let pool: pg.Pool
  let close: () => Promise<void>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-embedded-'))
    const progress: string[] = []
    const embedded = await openEmbedded({
      folder,
      acquireTimeoutMs: 300,
      onProgress: (step) => progress.push(step),
    })
    expect(progress).toEqual(['creating', 'migrating', 'ready'])
    ;({ pool, close } = embedded)
  })

  afterAll(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })

  it('works as the role that owns nothing', async () => {
    const { rows } = await pool.query('select current_user as role')
    expect(rows).toEqual([{ role: 'parley_app' }])
  })

  it('keeps the connection after a failed query', async () => {
    await expect(pool.query('select $1::int', ['x'])).rejects.toThrow('invalid input syntax')
    const client = await pool.connect()
    await expect(client.query('select 1/0')).rejects.toThrow('division by zero')
    client.release(new Error('released with an error'))
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('rolls back what a released client left open', async () => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query(`insert into duty values ('left-open', true, now())`)
    client.release()
    expect((await pool.query(`select from duty where person = 'left-open'`)).rowCount).toBe(0)
  })

  it('rolls back what a released client had not even awaited', async () => {
    const client = await pool.connect()
    await client.query('begin')
    const unawaited = client.query(`insert into duty values ('unawaited', true, now())`)
    client.release()
    await unawaited
    expect((await pool.query(`select from duty where person = 'unawaited'`)).rowCount).toBe(0)
  })

  it('refuses a second release of one checkout', async () => {
    const client = await pool.connect()
    client.release()
    expect(() => client.release()).toThrow('already released')
  })

  it('tells a checkout that waits on itself instead of hanging', async () => {
    const client = await pool.connect()
    await expect(pool.query('select 1')).rejects.toThrow('timeout')
    client.release()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it.each([
    'reset role',
    'RESET /* */ ROLE',
    'set role postgres',
    'set local role postgres',
    'set session role postgres',
    'set -- a comment\nrole none',
    'reset all',
    'discard all',
    'set session authorization postgres',
    'set local session authorization postgres',
    `select set_config('role', 'postgres', false)`,
  ])('refuses %j', async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const client = await pool.connect()
    await expect(client.query({ text: statement })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    client.release()
    expect((await pool.query('select current_user as role')).rows).toEqual([{ role: 'parley_app' }])
  })

  it('puts the role back at the next checkout when a statement hid its words', async () => {
    await pool.query(`do $$ begin execute 'reset' || ' role'; end $$`)
    expect((await pool.query('select current_user as role')).rows).toEqual([{ role: 'parley_app' }])
  })

  it('refuses a second opening of its folder and names the holder', async () => {
    await expect(openEmbedded({ folder })).rejects.toMatchObject({
      code: 'DATABASE_IN_USE',
      facts: { pid: process.pid },
    })
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('runs callbacks after a commit and none after a rollback', async () => {
    const called: string[] = []
    await inTransaction(pool, async (client) => {
      afterCommit(client, () => called.push('committed'))
      expect(called).toEqual([])
    })
    await expect(
      inTransaction(pool, async (client) => {
        afterCommit(client, () => called.push('rolled back'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    afterCommit(pool, () => called.push('no transaction'))
    expect(called).toEqual(['committed', 'no transaction'])
  })

  it('serves many callers one after the other', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        inTransaction(pool, async (client) => {
          const { rows } = await client.query<{ n: number }>('select $1::int as n', [i])
          return rows[0]?.n
        }),
      ),
    )
    expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i))
  })

  it('keeps its data and takes over the lock of a dead process', async () => {
    await pool.query(`insert into duty values ('kept', true, now())`)
    await close()
    await expect(readFile(join(folder, 'lock'))).rejects.toThrow('ENOENT')
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' }))
    const again = await openEmbedded({ folder })
    ;({ pool, close } = again)
    expect((await pool.query(`select person from duty where person = 'kept'`)).rows).toEqual([{ person: 'kept' }])
    expect(pool).toBeInstanceOf(EmbeddedPool)
  })

  it('takes over the lock of a process whose number went to another', async () => {
    await close()
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'another boot/1' }))
    const again = await openEmbedded({ folder })
    ;({ pool, close } = again)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
