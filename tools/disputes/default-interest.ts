/**
 * Interest on a money debt in default (Verzugszinsen).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { addDays, type Day, daysBetween, plainDate } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal, toDecimalString } from '../shared/money.ts'
import { BASE_RATE_RULE, baseRate } from './base-rate.ts'

export const DEFAULT_INTEREST_RULE: Rule = {
  id: 'de.bgb.288',
  title: { de: 'Verzugszinsen ohne Zinseszins', en: 'Default interest, never compounded' },
  source: '§ 288 (1), (2), § 289 BGB',
  validFrom: '2014-07-29',
  validTo: null,
}

/** Whether a consumer is on either side of the claim. */
export type Parties = 'consumer' | 'business'

/** Days of a year in the denominator: always 365, or 366 in leap years. */
export type DayCount = 'ACT/365' | 'ACT/ACT'

/** A stretch of days with one rate and one length of year; `interest` is not rounded. */
export interface InterestSegment {
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly ratePercent: Decimal
  readonly yearDays: number
  readonly interest: Decimal
}

export interface DefaultInterest {
  readonly total: Money
  readonly segments: readonly InterestSegment[]
  readonly explanation: Explanation
}

export interface DefaultInterestInput {
  readonly principal: Money
  /** The first and the last day that bear interest. */
  readonly from: Day
  readonly toInclusive: Day
  readonly parties: Parties
  readonly dayCount?: DayCount
}

/** Percent a year on a day: base rate plus five points with a consumer, plus nine between businesses (§ 288 BGB). */
export function defaultRate(day: Day, parties: Parties): Decimal {
  return baseRate(day).plus(parties === 'consumer' ? 5 : 9)
}

/**
 * Interest from the first to the last day, both counted, rounded half up once at the end.
 *
 * @throws InvalidInput for a negative principal or a period that ends before it begins
 * @throws ParleyError `RATE_UNKNOWN` when a day of the period has no known base rate
 */
export function defaultInterest(input: DefaultInterestInput): DefaultInterest {
  const { principal, from, toInclusive, parties, dayCount = 'ACT/365' } = input
  const end = plainDate(toInclusive, 'toInclusive')
  if (plainDate(from, 'from').until(end).days < 0) {
    throw new InvalidInput([{ path: 'toInclusive', reason: 'must not lie before the first day of interest' }])
  }
  if (principal.minor < 0) throw new InvalidInput([{ path: 'principal', reason: 'must not be negative' }])
  const segments = stretches(from, toInclusive, parties, dayCount).map((stretch): InterestSegment => {
    const days = daysBetween(stretch.from, stretch.to) + 1
    const interest = toDecimal(principal)
      .times(stretch.ratePercent)
      .times(days)
      .dividedBy(100)
      .dividedBy(stretch.yearDays)
    return { ...stretch, days, interest }
  })
  const exact = segments.reduce((sum, { interest }) => sum.plus(interest), new Decimal(0))
  const total = fromDecimal(exact, principal.currency)
  return { total, segments, explanation: explain(input, segments, total) }
}

type Stretch = Pick<InterestSegment, 'from' | 'to' | 'ratePercent' | 'yearDays'>

/** Splits at 1 January and 1 July, then joins neighbours whose rate and year are the same. */
function stretches(from: Day, to: Day, parties: Parties, dayCount: DayCount): Stretch[] {
  const result: Stretch[] = []
  for (let start = from; start <= to; ) {
    const half = halfYearEnd(start)
    const end = half < to ? half : to
    const ratePercent = defaultRate(start, parties)
    const yearDays = dayCount === 'ACT/ACT' ? plainDate(start).daysInYear : 365
    const last = result.at(-1)
    if (last?.ratePercent.equals(ratePercent) && last.yearDays === yearDays)
      result[result.length - 1] = { ...last, to: end }
    else result.push({ from: start, to: end, ratePercent, yearDays })
    start = addDays(end, 1)
  }
  return result
}

function halfYearEnd(day: Day): Day {
  const year = day.slice(0, 4)
  return day < `${year}-07-01` ? `${year}-06-30` : `${year}-12-31`
}

function explain(input: DefaultInterestInput, segments: readonly InterestSegment[], total: Money): Explanation {
  const points = input.parties === 'consumer' ? 5 : 9
  return {
    title: { de: 'Verzugszinsen', en: 'Default interest' },
    ruleIds: [DEFAULT_INTEREST_RULE.id, BASE_RATE_RULE.id],
    inputs: {
      principal: `${toDecimalString(input.principal)} ${input.principal.currency}`,
      from: input.from,
      toInclusive: input.toInclusive,
      parties: input.parties,
      dayCount: input.dayCount ?? 'ACT/365',
    },
    steps: [
      ...segments.map(({ from, to, days, ratePercent, yearDays, interest }) => ({
        text: {
          de: `${from} bis ${to}: ${days} Tage zu ${ratePercent} % (Basiszins + ${points} Punkte), ${yearDays} Tage im Jahr`,
          en: `${from} to ${to}: ${days} days at ${ratePercent} % (base rate + ${points} points), ${yearDays} days a year`,
        },
        value: `${interest.toFixed(6)} ${input.principal.currency}`,
      })),
      {
        text: { de: 'Summe, einmal kaufmännisch gerundet', en: 'Total, rounded half up once' },
        value: `${toDecimalString(total)} ${total.currency}`,
      },
    ],
    sources: [DEFAULT_INTEREST_RULE.source, BASE_RATE_RULE.source],
  }
}
