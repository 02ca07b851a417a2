/**
 * Lengths of time in German and English text: "36 Monate", "drei Jahre", "höchstens 36 Monate", "ein halbes Jahr".
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Bound, boundBefore, otherEndBefore } from './bound.ts'
import type { Locale } from './locale.ts'
import { NUMBER_TOKEN, readNumber } from './number-token.ts'
import { NUMBER_WORDS, numberValue } from './number-words.ts'

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** `months` is set for months and years, `days` for weeks and days; a month has no fixed number of days. */
export interface TermReading {
  readonly months: number | null
  readonly days: number | null
  readonly bound: Bound
}

export type ParsedTerm =
  | ({ readonly kind: 'term' } & TermReading)
  | { readonly kind: 'ambiguous'; readonly candidates: readonly TermReading[] }
  | { readonly kind: 'none' }

/** A length of time where it stands; two readings for a range, none for hours or no whole number of months or days. */
export interface FoundTerm {
  readonly start: number
  readonly end: number
  readonly readings: readonly TermReading[]
}

const UNITS: readonly (readonly [TimeUnit, string])[] = [
  ['minute', 'Minuten?|minutes?|Min\\.?'],
  ['hour', 'Stunden?|hours?|Std\\.?|h'],
  [
    'day',
    'Werktagen?|Werktage|Arbeitstagen?|Arbeitstage|Bankarbeitstagen?|Kalendertagen?|Kalendertage|Tagen|Tages|Tage|Tag|(?:business |working |calendar )?days?|tägige?[nrsm]?',
  ],
  ['week', 'Wochen|Woche|weeks?|wöchige?[nrsm]?'],
  ['month', 'Monaten|Monate|Monats|Monat|months?|monatige?[nrsm]?|Monatsraten|Monatsrate'],
  ['year', 'Jahren|Jahres|Jahre|Jahr|years?|jährige?[nrsm]?|Jahreslaufzeit'],
]
const UNIT = UNITS.map(([, words]) => words).join('|')
const ONE = 'einem|einen|einer|eines|eine|ein|one'
const HALF =
  '(?:ein(?:em|en|er|es|e)? )?halbe[snmr]? Jahre?s?|half a year|half an hour|eine halbe Stunde|(?:eine )?Viertelstunde'
// "a month" is a length only after such words; "50 EUR a month" is a frequency, and "one day" may be any day.
const LENGTH_WORDS = 'to|within|in|for|after|about|than|least|most|nearly|almost|another|takes|over|every'
const AFTER_LENGTH_WORD = new RegExp(`(?:${LENGTH_WORDS})\\s$`, 'iu')
const ENGLISH_A = `(?<=(?:${LENGTH_WORDS})\\s)(?:an?|one)`
const TERM = new RegExp(
  `(?<![0-9A-Za-zÀ-ɏ.,])(?:(?<half>${HALF})|(?<value>${NUMBER_TOKEN}|${NUMBER_WORDS}|${ONE}|${ENGLISH_A})[- \\u00a0\\u202f]?(?<unit>${UNIT}))(?![A-Za-zÀ-ɏ])`,
  'giu',
)
const JOIN = /^(?:,? (?:und|and) |, )$/iu

/** Every length of time in the text, in order; "2 Jahre und 6 Monate" is one. */
export function findTerms(text: string, locale: Locale): readonly FoundTerm[] {
  const found: (FoundTerm & { unit: TimeUnit })[] = []
  for (const match of text.matchAll(TERM)) {
    if (isIdiom(text.slice(0, match.index), match[0])) continue
    const end = match.index + match[0].length
    const { half, value = '', unit: word = '' } = match.groups ?? {}
    const unit = half === undefined ? unitOf(word) : /jahr|year/iu.test(half) ? 'year' : 'hour'
    const amount = half === undefined ? amountOf(value, locale) : new Decimal('0.5')
    if (unit === null) continue
    const range = half === undefined ? otherEndBefore(text, match.index) : null
    const bound = boundBefore(text, match.index)
    const amounts = [range === null ? null : amountOf(range.value, locale), amount]
    const readings = amounts.flatMap((one) => (one === null ? [] : readingOf(one, unit, bound)))
    const last = found.at(-1)
    if (
      last !== undefined &&
      unit === 'month' &&
      last.unit === 'year' &&
      JOIN.test(text.slice(last.end, match.index))
    ) {
      found[found.length - 1] = { ...last, end, unit, readings: sum(last.readings, readings) }
    } else found.push({ start: range?.start ?? match.index, end, unit, readings })
  }
  return found
}

/** The one term a text names; different ones are ambiguous. */
export function parseTerm(text: string, locale: Locale): ParsedTerm {
  const readings = findTerms(text, locale).flatMap((found) => found.readings)
  const distinct = [...new Map(readings.map((one) => [JSON.stringify(one), one])).values()]
  const [only, ...others] = distinct
  if (only === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'term', ...only } : { kind: 'ambiguous', candidates: distinct }
}

/** "eines Tages" is some day, and so is a bare "one day"; "within one day" is a day. */
function isIdiom(before: string, phrase: string): boolean {
  if (/^one day$/iu.test(phrase)) return !AFTER_LENGTH_WORD.test(before)
  return /^eines Tages$/iu.test(phrase)
}

function unitOf(word: string): TimeUnit | null {
  return UNITS.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(word))?.[0] ?? null
}

function amountOf(text: string, locale: Locale): Decimal | null {
  if (!/^\d/u.test(text)) return numberValue(text)
  const number = readNumber(text, locale)
  return number.kind === 'number' ? number.value : null
}

function readingOf(amount: Decimal, unit: TimeUnit, bound: Bound): TermReading[] {
  const months = unit === 'year' ? amount.times(12) : unit === 'month' ? amount : null
  const days = unit === 'week' ? amount.times(7) : unit === 'day' ? amount : null
  const whole = months ?? days
  if (whole === null || !whole.isInteger()) return []
  return [{ months: months?.toNumber() ?? null, days: days?.toNumber() ?? null, bound }]
}

function sum(years: readonly TermReading[], months: readonly TermReading[]): readonly TermReading[] {
  return years.flatMap((year) => months.map((month) => ({ ...year, months: (year.months ?? 0) + (month.months ?? 0) })))
}
