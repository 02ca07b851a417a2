/**
 * Money in German and English text: "1.234,56 €", "EUR 12,–", "49 Cent", "zwanzig Euro", "$40".
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { type Currency, decimalsOf, isCurrency } from '../money.ts'
import { otherEndBefore } from './bound.ts'
import { type Locale, WORD_END } from './locale.ts'
import { NUMBER_TOKEN, readNumber } from './number-token.ts'
import { NUMBER_WORDS, numberValue } from './number-words.ts'

export interface AmountReading {
  /** Decimal string with the currency's decimals, two without a currency. */
  readonly amount: string
  readonly currency: Currency | null
}

export type ParsedAmount =
  | ({ readonly kind: 'amount' } & AmountReading)
  /** Ask which is meant; nothing is guessed. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly AmountReading[] }
  | { readonly kind: 'none' }

/** An amount where it stands in a text; several readings when it is ambiguous. */
export interface FoundAmount {
  readonly start: number
  readonly end: number
  readonly readings: readonly AmountReading[]
}

/** Words and signs of currencies; a word in two of them ("kr", "cents" in English) is ambiguous. */
const UNITS: readonly (readonly [string, readonly Currency[], number])[] = [
  ['€|EUR|Euros?', ['EUR'], 1],
  ['US-?\\$|USD|\\$|(?:US[- ])?Dollars?', ['USD'], 1],
  ['£|GBP|Pfund|pounds?(?: sterling)?', ['GBP'], 1],
  ['CHF|SFr\\.?|Fr\\.|Franken|(?:Swiss )?francs?', ['CHF'], 1],
  ['¥|JPY|Yen', ['JPY'], 1],
  ['PLN|zł|Zloty|Złoty', ['PLN'], 1],
  ['CZK|Kč', ['CZK'], 1],
  ['HUF|Forint', ['HUF'], 1],
  ['DKK', ['DKK'], 1],
  ['SEK', ['SEK'], 1],
  ['NOK', ['NOK'], 1],
  ['kr\\.?|Kronen|kroner|kronor', ['DKK', 'SEK', 'NOK'], 1],
  ['Euro-?Cents?|Cent|ct\\.?', ['EUR'], 0.01],
  ['Cents', ['EUR', 'USD'], 0.01],
  ['pence|penny', ['GBP'], 0.01],
]
const SCALES: readonly (readonly [string, number])[] = [
  ['Tsd\\.?|Tausend|thousand|k', 1e3],
  ['Mio\\.?|Millionen|Million|million|m', 1e6],
  ['Mrd\\.?|Milliarden?|billion|bn', 1e9],
]
const UNIT = UNITS.map(([words]) => words).join('|')
const SCALE = SCALES.map(([words]) => words).join('|')
const GAP = '[ \\u00a0\\u202f]?'
const VALUE = `(?:${NUMBER_TOKEN}|${NUMBER_WORDS}|(?:ein|eine|einen|einem|one))`
// "EUR 12,–" and "12,– EUR", and "12 Euro 50"; a hyphen joins as in "40-Euro-Pauschale".
const BEFORE = `(?<signP>[-−] ?)?(?<unitB>${UNIT})${GAP}(?<signB>[-−+]?)(?<valueB>${NUMBER_TOKEN})(?:${GAP}(?<scaleB>${SCALE})${WORD_END})?`
const AFTER = `(?<signA>(?<![0-9A-Za-zÀ-ɏ])[-−+])?(?<valueA>${VALUE})(?:[- ]?(?<scaleA>${SCALE})(?=[^A-Za-zÀ-ɏ]))?[- \\u00a0\\u202f]?(?<unitA>${UNIT})(?![0-9A-Za-zÀ-ɏ$€£])(?: (?<cents>\\d{2}|${NUMBER_WORDS})(?![0-9A-Za-zÀ-ɏ.,]|[ -]?(?:${UNIT}|%|Prozent|Mona|Rate|Tag|Woche|Jahr|[Mm]al|month|instal|day|week|year|times)))?`
const AMOUNT = new RegExp(`(?<![0-9A-Za-zÀ-ɏ.,])(?:${AFTER}|${BEFORE})`, 'giu')

const BARE = new RegExp(
  `(?<![0-9A-Za-zÀ-ɏ.,])(?<sign>[-−]?)(?<value>${NUMBER_TOKEN}|${NUMBER_WORDS})${WORD_END}(?!${GAP}%)`,
  'giu',
)

/** Every amount with a currency in the text, in order. */
export function findAmounts(text: string, locale: Locale): readonly FoundAmount[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): FoundAmount[] => {
    const groups = match.groups ?? {}
    const unit = unitOf(groups.unitA ?? groups.unitB ?? '')
    if (unit === null) return []
    const range = groups.valueA === undefined ? null : otherEndBefore(text, match.index)
    const values = [
      ...(range === null ? [] : valuesOf(range.value, locale)),
      ...valuesOf(groups.valueA ?? groups.valueB ?? '', locale),
    ]
    const scale = scaleOf(groups.scaleA ?? groups.scaleB)
    const sign = /[-−]/u.test(groups.signA ?? groups.signP ?? groups.signB ?? '') ? -1 : 1
    const cents = groups.cents === undefined || unit.size !== 1 ? 0 : (numberValue(groups.cents)?.dividedBy(100) ?? 0)
    const readings = values.flatMap((value) =>
      unit
        .currencies(locale)
        .map((currency) => reading(value.times(scale).times(unit.size).plus(cents).times(sign), currency)),
    )
    return [{ start: range?.start ?? match.index, end: match.index + match[0].length, readings }]
  })
}

/**
 * The one amount a text names. Two different amounts, a separator or a currency that could be read two ways, and more
 * decimals than the currency has are ambiguous. A lone number without a currency is an amount without one.
 */
export function parseAmount(text: string, locale: Locale): ParsedAmount {
  const found = findAmounts(text, locale)
  const readings = found.length > 0 ? found.flatMap((amount) => amount.readings) : bareNumbers(text, locale)
  const distinct = [...new Map(readings.map((one) => [`${one.amount} ${one.currency}`, one])).values()]
  const [only, ...others] = distinct
  if (only === undefined) return { kind: 'none' }
  const precise = only.currency === null || (only.amount.split('.')[1]?.length ?? 0) <= decimalsOf(only.currency)
  return others.length === 0 && precise ? { kind: 'amount', ...only } : { kind: 'ambiguous', candidates: distinct }
}

function bareNumbers(text: string, locale: Locale): AmountReading[] {
  return [...text.matchAll(BARE)].flatMap(({ groups = {} }) =>
    valuesOf(groups.value ?? '', locale).map((value) => reading(groups.sign === '' ? value : value.negated(), null)),
  )
}

function valuesOf(text: string, locale: Locale): readonly Decimal[] {
  if (!/^\d/u.test(text)) {
    const value = numberValue(text)
    return value === null ? [] : [value]
  }
  const number = readNumber(text, locale)
  return number.kind === 'number' ? [number.value] : number.kind === 'ambiguous' ? number.candidates : []
}

function reading(value: Decimal, currency: Currency | null): AmountReading {
  const decimals = currency === null ? 2 : decimalsOf(currency)
  return { amount: value.toFixed(Math.max(decimals, value.decimalPlaces())), currency }
}

function unitOf(word: string): { size: number; currencies: (locale: Locale) => readonly Currency[] } | null {
  const unit = UNITS.find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(word))
  if (unit === undefined) return null
  const [, currencies, size] = unit
  return {
    size,
    currencies: (locale) => (locale === 'de' && currencies[0] === 'EUR' ? ['EUR'] : currencies.filter(isCurrency)),
  }
}

function scaleOf(word: string | undefined): number {
  return SCALES.find(([words]) => word !== undefined && new RegExp(`^(?:${words})$`, 'iu').test(word))?.[1] ?? 1
}
