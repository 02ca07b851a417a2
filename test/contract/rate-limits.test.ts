import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireRoom } from '../../src/db/open-work.ts'
import { postgresRateLimits } from '../../src/db/postgres-rate-limits.ts'
import type { Queryable } from '../../src/db/queryable.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import type { Role } from '../../src/http/principal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { notingQueue, openGate } from '../support/gate.ts'

const PER_MINUTE: Record<Role, number> = { customer: 30, reviewer: 50, 'duty-agent': 50, operator: 50, service: 50 }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Counts the statements that go through it. */
function counting() {
  const counted = {
    statements: 0,
    query: ((...statement: Parameters<Queryable['query']>) => {
      counted.statements += 1
      return database.pool.query(...statement)
    }) as Queryable['query'],
  }
  return counted
}

const who = (subject: string, role: Role = 'customer') => ({
  subject,
  role,
  customerId: role === 'customer' ? `c-${subject}` : null,
})

it('lets a subject make so many requests a minute, then says when to go on', async () => {
  const limits = postgresRateLimits(database.pool, PER_MINUTE)
  for (let n = 0; n < 30; n += 1) expect(await limits.take(who('anna'))).toBeNull()
  const refused = await limits.take(who('anna'))
  expect(refused?.retryAfterSeconds).toBeGreaterThanOrEqual(1)
  expect(refused?.retryAfterSeconds).toBeLessThanOrEqual(60)
  expect(await limits.take(who('ben'))).toBeNull()
  expect(await limits.take(who('anna', 'reviewer'))).toBeNull()
})

it('counts for all replicas together', async () => {
  const replicas = [1, 2, 3].map(() => postgresRateLimits(database.pool, PER_MINUTE))
  let allowed = 0
  for (let n = 0; n < 60; n += 1) {
    if ((await replicas[n % 3]?.take(who('carl'))) === null) allowed += 1
  }
  expect(allowed).toBe(30)
})

it('costs a statement for every tenth of the allowance, not for every request', async () => {
  const db = counting()
  const limits = postgresRateLimits(db, { ...PER_MINUTE, customer: 1000 })
  for (let n = 0; n < 250; n += 1) await limits.take(who('dora'))
  expect(db.statements).toBe(3)
  const stingy = postgresRateLimits(db, PER_MINUTE)
  for (let n = 0; n < 500; n += 1) await stingy.take(who('emil'))
  expect(db.statements).toBe(3 + 11) // who is over the limit is refused without asking
})

it('counts each request by itself where nothing outlives one', async () => {
  for (let n = 0; n < 30; n += 1) {
    const limits = postgresRateLimits(database.pool, PER_MINUTE, { each: true })
    expect(await limits.take(who('gina'))).toBeNull()
  }
  expect(await postgresRateLimits(database.pool, PER_MINUTE, { each: true }).take(who('gina'))).not.toBeNull()
})

it('keeps no names', async () => {
  await postgresRateLimits(database.pool, PER_MINUTE).take(who('frieda'))
  const { rows } = await database.pool.query('select key from rate_limits')
  expect(JSON.stringify(rows)).not.toMatch(/frieda|anna/)
})

it('refuses one more task where a customer has as many open as may be, and says what to do', async () => {
  const gate = openGate(database.pool, notingQueue())
  await gate.customer('c-gerd')
  await gate.mandate('c-gerd')
  await gate.mandate('c-gerd')
  const ask = (limits: { tasks: number; negotiations: number }, more: number) =>
    inTransaction(database.pool, (client) => requireRoom(client, 'c-gerd', { limits, more }))
  await expect(ask({ tasks: 3, negotiations: 3 }, 3)).resolves.toBeUndefined()
  await expect(ask({ tasks: 2, negotiations: 3 }, 1)).rejects.toMatchObject({
    code: 'TOO_MUCH_OPEN',
    message: expect.stringContaining('revoke its mandate'),
  })
  await expect(ask({ tasks: 3, negotiations: 3 }, 4)).rejects.toMatchObject({
    code: 'TOO_MUCH_OPEN',
    message: expect.stringContaining('fewer counterparties'),
  })
  await database.pool.query(`update tasks set status = 'done' where customer_id = 'c-gerd'`)
  await expect(ask({ tasks: 1, negotiations: 3 }, 1)).resolves.toBeUndefined()
})
