import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interval, inYears } from '../../../tools/credit/interval.ts'
import { addDays, addMonths } from '../../../tools/shared/calendar.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'

test('counts the days left over in the year that ends with them', () => {
  const common = interval({ firstDrawdown: '2012-01-12', flowDate: '2012-02-15', unit: 'month' })
  const leap = interval({ firstDrawdown: '2013-01-12', flowDate: '2013-02-15', unit: 'month' })
  expect(common).toMatchObject({ wholePeriods: 1, days: 3, yearDays: 365 })
  expect(leap).toMatchObject({ wholePeriods: 1, days: 3, yearDays: 366 })
})

test('counts whole months from a month end that the shorter month lacks', () => {
  const flow = { firstDrawdown: '2026-01-31', flowDate: '2026-02-28', unit: 'month' } as const
  expect(interval(flow)).toMatchObject({ wholePeriods: 0, days: 28, yearDays: 365 })
  expect(interval({ ...flow, flowDate: '2026-03-31' })).toMatchObject({ wholePeriods: 2, days: 0, yearDays: null })
})

test('counts a week as a fifty-second of a year', () => {
  const flow = { firstDrawdown: '2026-11-02', flowDate: '2026-11-25', unit: 'week' } as const
  expect(interval(flow)).toMatchObject({ wholePeriods: 3, days: 2, yearDays: 365, years: 3 / 52 + 2 / 365 })
})

test('is zero on the day of the drawdown', () => {
  const same = { firstDrawdown: '2028-02-29', flowDate: '2028-02-29', unit: 'year' } as const
  expect(interval(same)).toEqual({ wholePeriods: 0, days: 0, yearDays: null, years: 0 })
})

test('never leaves a whole period in its days, and grows with the flow', () => {
  const dayOf = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days))
  fc.assert(
    fc.property(dayOf, fc.integer({ min: 0, max: 4000 }), (firstDrawdown, after) => {
      const flowDate = addDays(firstDrawdown, after)
      const { wholePeriods, days, years } = interval({ firstDrawdown, flowDate, unit: 'month' })
      expect(days).toBeLessThanOrEqual(31)
      expect(addMonths(flowDate, -wholePeriods) >= firstDrawdown).toBe(true)
      expect(Math.abs(years - after / 365.25)).toBeLessThan(0.01)
    }),
  )
})

test('adds up a time written in parts', () => {
  expect(inYears({ years: 1, months: 6, weeks: 13, days: 73 })).toBeCloseTo(1.95, 15)
  expect(inYears({ days: 366, yearDays: 366 })).toBe(1)
})

test('refuses a flow before the drawdown and a day that does not exist', () => {
  const before = { firstDrawdown: '2026-02-01', flowDate: '2026-01-01', unit: 'month' } as const
  expect(() => interval(before)).toThrow(InvalidInput)
  expect(() => interval({ ...before, flowDate: '2026-02-30' })).toThrow(/flowDate/)
})
