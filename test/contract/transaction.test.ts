/** Transactions, on either database. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../src/db/transaction.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const PATIENCE = `select current_setting('idle_in_transaction_session_timeout') as patience`

it('are ended by the server when their process says nothing for as long as a lease lasts', async () => {
  const within = await inTransaction(database.pool, (client) => client.query(PATIENCE))
  expect(within.rows).toEqual([{ patience: '15s' }])
  const client = await database.pool.connect()
  try {
    expect((await client.query(PATIENCE)).rows, 'nothing of it stays with the connection').toEqual([{ patience: '0' }])
  } finally {
    client.release()
  }
})
