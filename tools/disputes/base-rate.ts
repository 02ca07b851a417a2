/**
 * The base rate (Basiszinssatz) of § 247 BGB by day, as published by the Deutsche Bundesbank.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Day, plainDate } from '../shared/calendar.ts'
import { ParleyError } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'

export const BASE_RATE_RULE: Rule = {
  id: 'de.bgb.247',
  title: { de: 'Basiszinssatz', en: 'Base rate' },
  source: '§ 247 BGB; Deutsche Bundesbank',
  validFrom: '2014-07-01',
  validTo: '2026-12-31',
}

/** The first day for which no rate is published: from here on every question fails closed. */
export const BASE_RATE_NEXT_CHANGE: Day = '2027-01-01'

/** Percent a year from each 1 January and 1 July on; the rate is looked at twice a year also when it stays. */
export const BASE_RATES: readonly { readonly validFrom: Day; readonly rate: string }[] = [
  { validFrom: '2014-07-01', rate: '-0.73' },
  { validFrom: '2015-01-01', rate: '-0.83' },
  { validFrom: '2015-07-01', rate: '-0.83' },
  { validFrom: '2016-01-01', rate: '-0.83' },
  { validFrom: '2016-07-01', rate: '-0.88' },
  { validFrom: '2017-01-01', rate: '-0.88' },
  { validFrom: '2017-07-01', rate: '-0.88' },
  { validFrom: '2018-01-01', rate: '-0.88' },
  { validFrom: '2018-07-01', rate: '-0.88' },
  { validFrom: '2019-01-01', rate: '-0.88' },
  { validFrom: '2019-07-01', rate: '-0.88' },
  { validFrom: '2020-01-01', rate: '-0.88' },
  { validFrom: '2020-07-01', rate: '-0.88' },
  { validFrom: '2021-01-01', rate: '-0.88' },
  { validFrom: '2021-07-01', rate: '-0.88' },
  { validFrom: '2022-01-01', rate: '-0.88' },
  { validFrom: '2022-07-01', rate: '-0.88' },
  { validFrom: '2023-01-01', rate: '1.62' },
  { validFrom: '2023-07-01', rate: '3.12' },
  { validFrom: '2024-01-01', rate: '3.62' },
  { validFrom: '2024-07-01', rate: '3.37' },
  { validFrom: '2025-01-01', rate: '2.27' },
  { validFrom: '2025-07-01', rate: '1.27' },
  { validFrom: '2026-01-01', rate: '1.27' },
  { validFrom: '2026-07-01', rate: '1.52' },
]

/**
 * The base rate in percent a year on a day.
 *
 * @throws ParleyError `RATE_UNKNOWN` before the table begins and after its last half-year: the old rate is never reused
 */
export function baseRate(day: Day): Decimal {
  plainDate(day)
  const entry = day < BASE_RATE_NEXT_CHANGE ? BASE_RATES.findLast(({ validFrom }) => validFrom <= day) : undefined
  if (entry === undefined) {
    throw new ParleyError(
      'RATE_UNKNOWN',
      `The base rate of § 247 BGB on ${day} is not known here. Add the rate that the Bundesbank published, then ask again.`,
      { facts: { rate: 'base-rate', day, knownFrom: BASE_RATES[0]?.validFrom, knownUntil: BASE_RATE_RULE.validTo } },
    )
  }
  return new Decimal(entry.rate)
}
