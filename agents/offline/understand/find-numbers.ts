/**
 * Every number in a text, in digits or words, with where it stands.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { NUMBER_WORDS, numberValue } from '../../../tools/shared/words/number-words.ts'

export interface FoundNumber {
  readonly value: Decimal
  readonly raw: string
  readonly start: number
  readonly end: number
}

const DIGITS = String.raw`\d{1,3}(?:[.,' ’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?`
const THOUSANDS = String.raw`(?:\s?k\b|\s?tsd\.?|\s?tausend|\s?thousand|\s?grand\b)`
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${DIGITS})(?:${THOUSANDS})?|(?:half a|ein halbes|einem halben|halbes|${NUMBER_WORDS}|eine?[mnrs]?|one|an?)(?![\p{L}]))`,
  'giu',
)

/** Numbers in order of appearance. "ein", "a" and "one" count only before a unit, which the caller checks. */
export function findNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const value = readValue(match[0])
    if (value !== null) found.push({ value, raw: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Whether the text of a number is only an article. */
export function isArticle(raw: string): boolean {
  return /^(eine?[mnrs]?|one|an?)$/iu.test(raw)
}

function readValue(raw: string): Decimal | null {
  if (!/\d/.test(raw)) {
    if (/half a|halbe/i.test(raw)) return new Decimal('0.5')
    return isArticle(raw) ? new Decimal(1) : numberValue(raw)
  }
  const times = new RegExp(`${THOUSANDS}$`, 'iu').test(raw) ? 1000 : 1
  const digits = raw.replace(new RegExp(`${THOUSANDS}$`, 'iu'), '').trim()
  return new Decimal(plainDigits(digits)).times(times)
}

/** "1.234,56", "1,234.56", "12.000", "8,5": the last separator is a decimal one unless exactly three digits follow it. */
function plainDigits(digits: string): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return digits.replace(/[' ’]/g, '')
  const tail = digits.slice(last + 1)
  const head = digits.slice(0, last).replace(/[.,' ’]/g, '')
  // "0.125" is a fraction; "1.250" and "12,000" are thousands.
  return tail.length === 3 && head !== '0' ? head + tail : `${head}.${tail}`
}
