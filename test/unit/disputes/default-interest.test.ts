import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseRate } from '../../../tools/disputes/base-rate.ts'
import { defaultInterest, defaultRate } from '../../../tools/disputes/default-interest.ts'
import { addDays, daysBetween } from '../../../tools/shared/calendar.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const year = (toInclusive: string) => ({
  principal: parseMoney('500.00', 'EUR'),
  from: '2026-10-11',
  toInclusive,
  parties: 'consumer' as const,
})

test('the rate is five points above the base rate with a consumer and nine between businesses', () => {
  expect(defaultRate('2026-11-22', 'consumer').toString()).toBe('6.52')
  expect(defaultRate('2026-11-22', 'business').toString()).toBe('10.52')
})

test('fails closed after the last known half-year and before the first', () => {
  expect(baseRate('2026-12-31').toString()).toBe('1.52')
  for (const day of ['2027-01-01', '2014-06-30']) {
    expect(() => baseRate(day)).toThrow(expect.objectContaining({ code: 'RATE_UNKNOWN' }))
  }
  expect(() => defaultInterest(year('2027-01-01'))).toThrow(expect.objectContaining({ code: 'RATE_UNKNOWN' }))
})

test('shows each stretch of days and its source', () => {
  const { total, segments, explanation } = defaultInterest(year('2026-11-22'))
  expect(toDecimalString(total)).toBe('3.84')
  expect(segments).toHaveLength(1)
  expect(explanation.ruleIds).toContain('de.bgb.288')
  expect(explanation.steps.at(-1)?.value).toBe('3.84 EUR')
})

test('counts a leap year in 366 days only where the contract says so', () => {
  const input = { ...year('2024-02-29'), from: '2024-02-01' }
  expect(defaultInterest(input).segments[0]?.yearDays).toBe(365)
  expect(defaultInterest({ ...input, dayCount: 'ACT/ACT' }).segments[0]?.yearDays).toBe(366)
})

test('refuses a period that ends before it begins, a day that does not exist and a negative principal', () => {
  const faults = (change: object) => {
    try {
      defaultInterest({ ...year('2026-11-22'), ...change })
    } catch (error) {
      return (error as { faults: { path: string }[] }).faults.map(({ path }) => path)
    }
    return []
  }
  expect(faults({ toInclusive: '2026-10-01' })).toEqual(['toInclusive'])
  expect(faults({ from: '2026-02-30' })).toEqual(['from'])
  expect(faults({ principal: money(-1, 'EUR') })).toEqual(['principal'])
})

test('stretches cover every day once, and never pay interest on interest', () => {
  const start = '2014-07-01'
  const days = fc.integer({ min: 0, max: 4000 })
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (offset, length, minor) => {
        const from = addDays(start, offset)
        const toInclusive = addDays(from, length)
        const { segments } = defaultInterest({ principal: money(minor, 'EUR'), from, toInclusive, parties: 'consumer' })
        expect(segments.reduce((sum, { days: count }) => sum + count, 0)).toBe(daysBetween(from, toInclusive) + 1)
        segments.slice(1).forEach((segment, index) => {
          expect(segment.from).toBe(addDays(segments[index]?.to ?? '', 1))
        })
        for (const { days: count, ratePercent, yearDays, interest } of segments) {
          expect(
            interest.minus(ratePercent.times(minor).times(count).dividedBy(10_000).dividedBy(yearDays)).abs().lt(1e-9),
          ).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})
