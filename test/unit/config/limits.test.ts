import { expect, it } from 'vitest'
import { readConfig } from '../../../src/config/env.ts'

it('limits requests by role, and lets an operator change some of them', () => {
  const standard = readConfig({}).limits.requestsPerMinute
  expect(standard?.customer).toBe(600)
  const changed = readConfig({ PARLEY_REQUESTS_PER_MINUTE: 'customer=300, reviewer=40' }).limits.requestsPerMinute
  expect(changed).toEqual({ ...standard, customer: 300, reviewer: 40 })
  expect(readConfig({ PARLEY_REQUESTS_PER_MINUTE: 'unlimited' }).limits.requestsPerMinute).toBeNull()
})

it.each(['customer', 'customer=0', 'customer=-1', 'customers=5', 'customer=5;reviewer=6'])(
  'refuses %j and says what it may be',
  (text) => {
    expect(() => readConfig({ PARLEY_REQUESTS_PER_MINUTE: text })).toThrow('customer=300,reviewer=600')
  },
)

it('limits open tasks and negotiations', () => {
  expect(readConfig({ PARLEY_MAX_OPEN_TASKS: '3' }).limits.open).toEqual({ tasks: 3, negotiations: 100 })
  expect(() => readConfig({ PARLEY_MAX_OPEN_NEGOTIATIONS: '0' })).toThrow('PARLEY_MAX_OPEN_NEGOTIATIONS')
})

it('keeps each kind of data for so many days', () => {
  const { retention } = readConfig({ PARLEY_RETENTION_DAYS: 'threads=365' })
  expect(retention).toMatchObject({ threads: 365, 'idempotency-keys': 30 })
  expect(() => readConfig({ PARLEY_RETENTION_DAYS: 'commitments=1' })).toThrow('threads=365')
})
