import { expect, test } from 'vitest'
import { aprUs } from '../../../tools/credit/apr-us.ts'
import { type UnitPeriod, unitPeriods, unitPeriodsPerYear } from '../../../tools/credit/unit-period.ts'
import { addMonths } from '../../../tools/shared/calendar.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const dated = (date: string, amount: string) => ({ date, amount: parseMoney(amount, 'USD') })
const month: UnitPeriod = { kind: 'months', count: 1 }

test('counts months back from the payment and odd days as thirtieths', () => {
  expect(unitPeriods('1978-02-10', '1978-04-01', month)).toEqual({ t: 1, f: 19 / 30 })
})

test('counts months and days left over in a quarter as ninetieths', () => {
  expect(unitPeriods('1978-05-23', '1978-10-01', { kind: 'months', count: 3 })).toEqual({ t: 1, f: 39 / 90 })
})

test('counts half months back from either half', () => {
  expect(unitPeriods('1978-02-23', '1978-03-01', { kind: 'semimonth' })).toEqual({ t: 0, f: 6 / 15 })
  expect(unitPeriods('1978-02-23', '1978-03-16', { kind: 'semimonth' })).toEqual({ t: 1, f: 6 / 15 })
})

test('counts weeks 52 to the year and other days 365', () => {
  const perYear = [7, 14, 28, 255].map((count) => unitPeriodsPerYear({ kind: 'days', count }))
  expect(perYear).toEqual([52, 26, 13, 365 / 255])
})

test('is nominal: the rate of a unit-period times the unit-periods of a year', () => {
  const payments = Array.from({ length: 12 }, (_, k) => dated(addMonths('2026-02-10', k), '88.85'))
  const { exact } = aprUs({ advances: [dated('2026-01-10', '1000')], payments, unitPeriod: month })
  expect(exact).toBeCloseTo(12, 1)
})

test('is zero without a finance charge', () => {
  const payments = [dated('2026-02-10', '50'), dated('2026-03-10', '50')]
  expect(aprUs({ advances: [dated('2026-01-10', '100')], payments, unitPeriod: month })).toMatchObject({ exact: 0 })
})

test('finds the rate of a long loan that is drawn again late', () => {
  const advances = [dated('2000-01-01', '1000'), dated('2030-01-01', '1000')]
  const payments = Array.from({ length: 480 }, (_, k) => dated(addMonths('2000-02-01', k), '8'))
  const result = aprUs({ advances, payments, unitPeriod: month })
  expect(result.status).toBe('ok')
  expect(result.exact ?? 0).toBeGreaterThan(5)
})

test('discounts a fraction of a unit-period with simple interest', () => {
  const unitPeriod: UnitPeriod = { kind: 'months', count: 12 }
  const { exact } = aprUs({
    advances: [dated('2026-01-01', '100')],
    payments: [dated('2026-07-01', '105')],
    unitPeriod,
  })
  expect(exact).toBeCloseTo(10, 10)
})

test('refuses missing flows, days before the first advance and absurd unit-periods', () => {
  const advances = [dated('2026-01-10', '100')]
  const payments = [dated('2026-02-10', '100')]
  expect(() => aprUs({ advances: [], payments, unitPeriod: month })).toThrow(/advances/)
  expect(() => aprUs({ advances, payments: [], unitPeriod: month })).toThrow(/payments/)
  const early = [dated('2026-01-09', '100')]
  expect(() => aprUs({ advances, payments: early, unitPeriod: month })).toThrow(/payments\[0\]\.date/)
  expect(() => aprUs({ advances, payments, unitPeriod: { kind: 'months', count: 0 } })).toThrow(/unitPeriod\.count/)
})
