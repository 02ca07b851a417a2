import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { postgresRetention } from '../../src/db/postgres-retention.ts'
import { RETENTION_DAYS } from '../../src/retention/retention-days.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { movableClock } from '../support/gate.ts'
import { seedCustomer, seedThread } from '../support/seed.ts'

const days = { ...RETENTION_DAYS, threads: 100, 'expired-offers': 50, 'idempotency-keys': 30 }
const NOTHING = { threads: 0, 'idempotency-keys': 0, 'webhook-deliveries': 0, 'expired-offers': 0, 'rate-limits': 0 }

let database: TestDatabase
const clock = movableClock()
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['retention_runs', 'customers', 'idempotency_keys', 'webhooks', 'rate_limits']) {
    await database.pool.query(`delete from ${table}`)
  }
})

/** A run on this day; each day has one. */
async function runOn(day: string) {
  clock.set(`${day}T03:00:00.000Z`)
  return postgresRetention({ pool: database.pool, clock, days })()
}

async function say(threadId: string, at: string, more: { answered: boolean } = { answered: true }) {
  await database.pool.query(
    `insert into messages (id, thread_id, role, text, locale, at, answered) values ($1, $2, 'customer', 'x', 'de', $3, $4)`,
    [randomIds.next('msg'), threadId, at, more.answered],
  )
}

async function threads(): Promise<readonly string[]> {
  return (await database.pool.query<{ id: string }>('select id from threads order by id')).rows.map(({ id }) => id)
}

it('forgets a conversation so many days after its last word, with the state of its graph', async () => {
  const { threadId } = await seedThread(database.pool) // begun on 22 November 2026
  await say(threadId, '2026-12-01T10:00:00Z')
  await database.pool.query("insert into checkpoints values ($1, '', 'c1', null, '{}', '{}')", [`turn:${threadId}`])
  expect(await runOn('2027-03-11')).toEqual(NOTHING)
  expect(await threads()).toEqual([threadId])
  expect(await runOn('2027-03-12')).toEqual({ ...NOTHING, threads: 1 })
  expect(await threads()).toEqual([])
  expect((await database.pool.query('select from checkpoints')).rowCount).toBe(0)
})

it('keeps a conversation in which something is open, however old it is', async () => {
  const { threadId: unanswered } = await seedThread(database.pool)
  await say(unanswered, '2026-11-22T10:00:00Z', { answered: false })
  const { threadId: handedOff, customerId } = await seedThread(database.pool)
  await database.pool.query(
    `insert into handoffs (id, thread_id, customer_id, reason, summary, status, promised_by, requested_at)
     values ($1, $2, $3, 'asked', '', 'waiting', now(), now())`,
    [randomIds.next('hof'), handedOff, customerId],
  )
  expect(await runOn('2036-01-01')).toEqual(NOTHING)
  expect(await threads()).toEqual([unanswered, handedOff].sort())
})

it('forgets each kind after its own days, and is written down with what it forgot', async () => {
  const customerId = await seedCustomer(database.pool)
  for (const [id, validUntil] of [
    ['o-old', '2027-01-01'],
    ['o-new', '2027-01-03'],
  ]) {
    await database.pool.query(
      'insert into offers (customer_id, id, as_of, record, recorded_at) values ($1, $2, $3, $4, now())',
      [customerId, id, '2026-11-22', JSON.stringify({ id, validUntil })],
    )
  }
  for (const [key, at] of [
    ['old', '2027-01-20T00:00:00Z'],
    ['new', '2027-01-25T00:00:00Z'],
    ['broken-off', '-infinity'],
  ]) {
    await database.pool.query(
      `insert into idempotency_keys (subject, key, request_hash, created_at) values ('customer:x', $1, 'h', $2)`,
      [key, at],
    )
  }
  await database.pool.query(`insert into rate_limits values ('a', 1, $1), ('b', 1, $2)`, [
    Date.parse('2027-02-20T02:00:00Z'),
    Date.parse('2027-02-20T04:00:00Z'),
  ])
  expect(await runOn('2027-02-21')).toEqual({
    ...NOTHING,
    'expired-offers': 1,
    'idempotency-keys': 1,
    'rate-limits': 1,
  })
  const keys = await database.pool.query<{ key: string }>('select key from idempotency_keys order by key')
  expect(keys.rows.map(({ key }) => key)).toEqual(['broken-off', 'new'])
  const { rows } = await database.pool.query(
    `select actor, detail from audit_entries where action = 'retention.applied' order by seq desc limit 1`,
  )
  expect(rows[0]).toMatchObject({
    actor: 'parley',
    detail: { forgotten: { 'expired-offers': 1 }, days: { threads: 100 } },
  })
})

it('is done once a day, by one of many processes', async () => {
  clock.set('2027-05-01T03:00:00.000Z')
  const runs = await Promise.all([1, 2, 3].map(() => postgresRetention({ pool: database.pool, clock, days })()))
  expect(runs.filter((forgotten) => forgotten !== null)).toHaveLength(1)
  expect(await runOn('2027-05-01')).toBeNull()
  expect(await runOn('2027-05-02')).toEqual(NOTHING)
})
