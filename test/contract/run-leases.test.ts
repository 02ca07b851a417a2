import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresLeases, type RunLeases } from '../../src/db/postgres-leases.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let leases: RunLeases

beforeAll(async () => {
  database = await openTestDatabase()
  leases = postgresLeases(database.pool)
})
afterAll(() => database.close())

async function secondsLeft(run: string): Promise<number | null> {
  const { rows } = await database.pool.query<{ left: string }>(
    'select extract(epoch from expires_at - clock_timestamp()) as left from run_leases where run = $1',
    [run],
  )
  return rows[0] === undefined ? null : Number(rows[0].left)
}

describe('leases of runs', () => {
  it('belong to one holder until they run out', async () => {
    expect(await leases.take('a', 'one', 30)).toBe(true)
    expect(await leases.take('a', 'two', 30)).toBe(false)
    expect(await leases.take('b', 'one', 0)).toBe(true)
    expect(await leases.take('b', 'two', 30)).toBe(true)
  })

  it('last longer when their holder renews them, and not when somebody else does', async () => {
    await leases.take('c', 'one', 5)
    await leases.renew('c', 'two', 600)
    expect(await secondsLeft('c')).toBeLessThanOrEqual(5)
    await leases.renew('c', 'one', 600)
    expect(await secondsLeft('c')).toBeGreaterThan(500)
  })

  it('do not come back by a renewal that is late', async () => {
    await leases.take('d', 'one', 5)
    await leases.release('d', 'one')
    await leases.renew('d', 'one', 600)
    expect(await secondsLeft('d')).toBeNull()
  })
})
