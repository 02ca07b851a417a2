/**
 * Unit-periods of Regulation Z: the interval a US transaction is counted in.
 *
 * @module
 */
import { type Day, daysBetween, plainDate } from '../shared/calendar.ts'

/** Months (1, 2, 3, 6, 12 ...), half months, or a number of days (7, 14, 28, or the whole term of a single payment). */
export type UnitPeriod =
  | { readonly kind: 'months'; readonly count: number }
  | { readonly kind: 'semimonth' }
  | { readonly kind: 'days'; readonly count: number }

/** Whole unit-periods `t` and the fraction `f` of one that is left, from 0 to below 1. */
export interface UnitPeriods {
  readonly t: number
  readonly f: number
}

const DAYS_PER_MONTH = 30
const DAYS_PER_SEMIMONTH = 15
/** Weeks are counted 52 to the year and other days 365, Appendix J (b)(5). */
const WEEKS_PER_YEAR = 52

/** How many unit-periods make a year. */
export function unitPeriodsPerYear(unit: UnitPeriod): number {
  if (unit.kind === 'months') return 12 / unit.count
  if (unit.kind === 'semimonth') return 24
  return unit.count % 7 === 0 && unit.count <= 28 ? WEEKS_PER_YEAR / (unit.count / 7) : 365 / unit.count
}

/**
 * The unit-periods between two days.
 *
 * Months are counted back from the later day; what is left is counted in days, 30 to a month and 15 to half of one.
 * Source: 12 CFR Part 1026 Appendix J (b)(5).
 */
export function unitPeriods(from: Day, to: Day, unit: UnitPeriod): UnitPeriods {
  if (unit.kind === 'days') {
    const days = daysBetween(from, to)
    return { t: Math.floor(days / unit.count), f: (days % unit.count) / unit.count }
  }
  const { months, days } = monthsBack(from, to)
  if (unit.kind === 'semimonth') {
    const extra = Math.min(1, Math.floor(days / DAYS_PER_SEMIMONTH))
    return carry(months * 2 + extra, (days - extra * DAYS_PER_SEMIMONTH) / DAYS_PER_SEMIMONTH)
  }
  const odd = (months % unit.count) * DAYS_PER_MONTH + days
  return carry(Math.floor(months / unit.count), odd / (DAYS_PER_MONTH * unit.count))
}

function monthsBack(from: Day, to: Day): { months: number; days: number } {
  const end = plainDate(to)
  const back = (months: number): Day => end.subtract({ months }).toString()
  let months = plainDate(from).until(end, { largestUnit: 'month' }).months + 1
  while (months > 0 && back(months) < from) months--
  return { months, days: daysBetween(from, back(months)) }
}

// Thirty days left over in a month of 31 are a whole unit-period, not a fraction of one.
function carry(t: number, f: number): UnitPeriods {
  return f >= 1 ? { t: t + 1, f: f - 1 } : { t, f }
}
