/** Statements that a connection plans once, on either database. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepared } from '../../src/db/prepared.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('answers with other values each time', async () => {
  const db = prepared(database.pool)
  for (const value of [1, 2, 3]) {
    const { rows } = await db.query<{ twice: number }>('select $1::int * 2 as twice', [value])
    expect(rows).toEqual([{ twice: value * 2 }])
  }
})

it('goes on after a statement that failed', async () => {
  const db = prepared(database.pool)
  const statement = 'select 1 / $1::int as part'
  await expect(db.query(statement, [0])).rejects.toMatchObject({ code: '22012' })
  expect((await db.query(statement, [1])).rows).toEqual([{ part: 1 }])
})

it('plans anew when what it reads was migrated meanwhile', async () => {
  const client = await database.pool.connect()
  try {
    // One connection, so that the old plan is met again.
    const one = { query: client.query.bind(client) } as unknown as typeof database.pool
    await client.query('create temporary table shelves (id int)')
    const db = prepared(one)
    expect((await db.query('select * from shelves where id = $1', [1])).rows).toEqual([])
    await client.query('alter table shelves add column label text')
    await client.query(`insert into shelves values (1, 'law')`)
    expect((await db.query('select * from shelves where id = $1', [1])).rows).toEqual([{ id: 1, label: 'law' }])
  } finally {
    client.release()
  }
})
