import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentLimit, protectedAccountAmount } from '../../../tools/debts/attachment-limit.ts'
import { type Money, money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const limit = (net: Money, dependants = 0, on = '2026-11-22', period: 'month' | 'week' | 'day' = 'month') =>
  attachmentLimit({ net, dependants, on, period })
const euros = (text: string) => parseMoney(text, 'EUR')

test('the table of the day decides, not only its first day', () => {
  expect(toDecimalString(limit(euros('1590.00')).attachable)).toBe('1.82')
  expect(toDecimalString(limit(euros('1590.00'), 0, '2026-06-30').attachable)).toBe('24.50')
})

test('only five dependants count', () => {
  expect(limit(euros('6000.00'), 6).attachable).toEqual(limit(euros('6000.00'), 5).attachable)
})

test('unknown years and periods fail closed', () => {
  for (const [on, period] of [
    ['2027-07-01', 'month'],
    ['2015-06-30', 'month'],
    ['2019-07-01', 'week'],
  ] as const) {
    expect(() => limit(euros('2000.00'), 0, on, period)).toThrow(expect.objectContaining({ code: 'RATE_UNKNOWN' }))
  }
})

test('the protected account keeps the base rounded up to ten euros', () => {
  expect(toDecimalString(protectedAccountAmount('2026-11-22'))).toBe('1590.00')
})

test('bad input is refused by its path', () => {
  expect(() => limit(money(-1, 'EUR'))).toThrow(/net/)
  expect(() => limit(money(1, 'USD'))).toThrow(/net/)
  expect(() => limit(euros('2000.00'), 1.5)).toThrow(/dependants/)
})

test('more income never leaves less to live on by more than the rounding step, nor attaches less', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 0, max: 7 }),
      (minor, more, dependants) => {
        const low = limit(money(minor, 'EUR'), dependants)
        const high = limit(money(minor + more, 'EUR'), dependants)
        expect(high.attachable.minor).toBeGreaterThanOrEqual(low.attachable.minor)
        expect(low.attachable.minor + low.kept.minor).toBe(minor)
        expect(limit(money(minor, 'EUR'), dependants + 1).attachable.minor).toBeLessThanOrEqual(low.attachable.minor)
      },
    ),
  )
})
