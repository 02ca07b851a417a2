import { afterAll, beforeAll, expect, it } from 'vitest'
import { postgresRateLimits } from '../../../src/db/postgres-rate-limits.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'

let door: TestDoor
const perMinute = { customer: 10, reviewer: 20, 'duty-agent': 20, operator: 20, service: 20 }
beforeAll(async () => {
  const opened: TestDoor = await openTestDoor(() => ({
    rates: { take: (who) => postgresRateLimits(opened.pool, perMinute).take(who) },
  }))
  door = opened
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

it('answers the first request over the limit with a problem that says when to come back', async () => {
  for (let n = 0; n < 10; n += 1)
    expect((await door.call('GET', '/v1/me', { as: customer('c-anna') })).status).toBe(200)
  const refused = await door.call('GET', '/v1/threads', { as: customer('c-anna') })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 })
  expect((await door.call('GET', '/v1/me', { as: staff('reviewer') })).status).toBe(200)
})

it('counts no request without a token', async () => {
  for (let n = 0; n < 30; n += 1) expect((await door.call('GET', '/v1/me')).status).toBe(401)
})
