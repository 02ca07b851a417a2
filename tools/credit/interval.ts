/**
 * Time between the first drawdown and a flow, the way the EU's formula for the APR counts it.
 *
 * @module
 */
import { type Day, daysBetween, plainDate } from '../shared/calendar.ts'
import type { Rule } from '../shared/explanation.ts'
import { existing, refuse } from './ranges.ts'

/** Remark (c) to the equation of Annex III Part I of Directive (EU) 2023/2225, the same in 2008/48/EC. */
export const EU_INTERVAL: Rule = {
  id: 'eu.ccd.apr.intervals',
  title: { de: 'Zeiträume in der Formel des effektiven Jahreszinses', en: 'Intervals in the APR equation' },
  source: 'Dir. (EU) 2023/2225 Annex III Part I remark (c); Dir. 2008/48/EC Annex I Part I; PAngV Anlage',
  validFrom: '2010-06-11',
  validTo: null,
}

export type IntervalUnit = 'year' | 'month' | 'week'

/** Whole periods, the days left over, the length of the year those are a part of (null without days), and all in years. */
export interface Interval {
  readonly wholePeriods: number
  readonly days: number
  readonly yearDays: number | null
  readonly years: number
}

const PER_YEAR = { year: 1, month: 12, week: 52 } as const

/**
 * The time from the first drawdown to a flow.
 *
 * Whole periods are counted back from the flow; the days left are counted with the last, without the first, and are a
 * part of the year that ends on their last day. A day that a month lacks is clipped to the month's end, which the
 * directive leaves open.
 *
 * @param unit how often the schedule pays; a yearly schedule uses years and days even where months would fit
 * @throws InvalidInput when a day does not exist or the flow lies before the drawdown
 */
export function interval({
  firstDrawdown,
  flowDate,
  unit,
}: {
  firstDrawdown: Day
  flowDate: Day
  unit: IntervalUnit
}): Interval {
  refuse(existing('firstDrawdown', firstDrawdown), existing('flowDate', flowDate))
  refuse(flowDate >= firstDrawdown ? null : { path: 'flowDate', reason: 'must not be before firstDrawdown' })
  const flow = plainDate(flowDate)
  const back = (periods: number): Day => flow.subtract({ [`${unit}s`]: periods }).toString()
  // The difference in whole units is never too small by more than the clipping of one period.
  let wholePeriods = plainDate(firstDrawdown).until(flow, { largestUnit: unit })[`${unit}s`] + 1
  while (wholePeriods > 0 && back(wholePeriods) < firstDrawdown) wholePeriods--
  const anchor = back(wholePeriods)
  const days = daysBetween(firstDrawdown, anchor)
  const whole = wholePeriods / PER_YEAR[unit]
  if (days === 0) return { wholePeriods, days, yearDays: null, years: whole }
  const yearDays = daysBetween(plainDate(anchor).subtract({ years: 1 }).toString(), anchor)
  return { wholePeriods, days, yearDays, years: whole + days / yearDays }
}

/** A time in whole years, months, weeks and days; a day is the part `1 / yearDays` of a year (365 unless told). */
export interface Span {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
  readonly yearDays?: number
}

/** The span in years: months are twelfths, weeks are fifty-seconds. */
export function inYears({ years = 0, months = 0, weeks = 0, days = 0, yearDays = 365 }: Span): number {
  return years + months / 12 + weeks / 52 + days / yearDays
}
