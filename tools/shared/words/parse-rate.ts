/**
 * Rates in German and English text: "5,9 %", "höchstens 7 Prozent", "six percent a year".
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { type Bound, boundBefore, otherEndBefore } from './bound.ts'
import { type Locale, WORD_END } from './locale.ts'
import { NUMBER_TOKEN, readNumber } from './number-token.ts'
import { NUMBER_WORDS, numberValue } from './number-words.ts'

export interface RateReading {
  /** Decimal string in percent (or percentage points). */
  readonly percent: string
  readonly unit: 'percent' | 'points'
  readonly per: 'year' | 'month' | null
  readonly bound: Bound
}

export type ParsedRate =
  | ({ readonly kind: 'rate' } & RateReading)
  | { readonly kind: 'ambiguous'; readonly candidates: readonly RateReading[] }
  | { readonly kind: 'none' }

export interface FoundRate {
  readonly start: number
  readonly end: number
  readonly readings: readonly RateReading[]
}

const POINTS = 'Prozentpunkten?|Prozentpunkte?|percentage points?|%-Punkte?'
const BASIS = 'Basispunkten?|Basispunkte?|basis points?|bps|bp'
const PERCENT = 'Prozent|percent|per cent|pct\\.?|v\\. ?H\\.|%'
const PERIOD =
  'p\\. ?a\\.?|pro Jahr|im Jahr|jährlich|per annum|per year|a year|annually|p\\. ?m\\.?|pro Monat|im Monat|monatlich|per month|a month|monthly'
const RATE = new RegExp(
  `(?<![0-9A-Za-zÀ-ɏ.,])(?<sign>(?<!\\d ?)[-−])?(?<value>${NUMBER_TOKEN}|${NUMBER_WORDS}|(?:ein|eine|einem|einen|one))[- \\u00a0\\u202f]?(?<unit>${POINTS}|${BASIS}|${PERCENT})(?<=%|${WORD_END})(?: (?<period>${PERIOD})(?![A-Za-zÀ-ɏ]))?`,
  'giu',
)

/** Every rate in the text, in order. */
export function findRates(text: string, locale: Locale): readonly FoundRate[] {
  return [...text.matchAll(RATE)].map((match): FoundRate => {
    const { sign, value = '', unit = '', period } = match.groups ?? {}
    const basis = new RegExp(`^(?:${BASIS})$`, 'iu').test(unit)
    const range = otherEndBefore(text, match.index)
    const values = [...(range === null ? [] : valuesOf(range.value, locale)), ...valuesOf(value, locale)]
    const readings = values.map(
      (number): RateReading => ({
        percent: number
          .times(sign === undefined ? 1 : -1)
          .dividedBy(basis ? 100 : 1)
          .toFixed(),
        unit: basis || new RegExp(`^(?:${POINTS})$`, 'iu').test(unit) ? 'points' : 'percent',
        per: period === undefined ? null : /m\.?$|mon/iu.test(period) && !/annum/iu.test(period) ? 'month' : 'year',
        bound: boundBefore(text, match.index),
      }),
    )
    return { start: range?.start ?? match.index, end: match.index + match[0].length, readings }
  })
}

/** The one rate a text names; different rates and separators that could be read two ways are ambiguous. */
export function parseRate(text: string, locale: Locale): ParsedRate {
  const readings = findRates(text, locale).flatMap((found) => found.readings)
  const distinct = [...new Map(readings.map((one) => [JSON.stringify(one), one])).values()]
  const [only, ...others] = distinct
  if (only === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'rate', ...only } : { kind: 'ambiguous', candidates: distinct }
}

function valuesOf(text: string, locale: Locale): readonly Decimal[] {
  if (!/^\d/u.test(text)) {
    const value = numberValue(text)
    return value === null ? [] : [value]
  }
  const number = readNumber(text, locale, 'rate')
  return number.kind === 'number' ? [number.value] : number.kind === 'ambiguous' ? number.candidates : []
}
