/**
 * Which figures a customer said or a record holds: the only ones a mandate's limits may be made of.
 *
 * @module
 */
import { Decimal } from 'decimal.js'

const WORDS: Readonly<Record<string, number>> = {
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  achtzehn: 18,
  zwanzig: 20,
  vierundzwanzig: 24,
  dreißig: 30,
  sechsunddreißig: 36,
  achtundvierzig: 48,
  fünfzig: 50,
  sechzig: 60,
  hundert: 100,
  zweihundert: 200,
  dreihundert: 300,
  fünfhundert: 500,
  tausend: 1000,
  zweitausend: 2000,
  fünftausend: 5000,
  zehntausend: 10000,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
  'twenty-four': 24,
  thirty: 30,
  'thirty-six': 36,
  forty: 40,
  'forty-eight': 48,
  fifty: 50,
  sixty: 60,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'three hundred': 300,
  'five hundred': 500,
  'a thousand': 1000,
  'one thousand': 1000,
  'five thousand': 5000,
  'ten thousand': 10000,
}
const NOTHING = /\b(?:ohne|kein\w*|without|no|zero|null)\b/iu
const NUMERAL = /\d[\d.,'’ \u00a0\u202f]*\d|\d/gu
const YEARS = /^\s*-?(?:jahr\w*|years?|yrs?)\b/iu
const A_YEAR = /\b(?:(?:ein(?:em|es)?|a|one) (?:jahr(?:es)?|year))\b/iu
const HALF_YEAR = /\b(?:(?:ein )?halbes jahr|half a year)\b/iu
const THOUSANDS = /^\s*(?:k\b|tsd\b|tausend\b|thousand\b|mille\b)/iu

/** Every value that the texts could mean, as plain decimals; years also in months. */
export function saidFigures(texts: readonly string[]): ReadonlySet<string> {
  const said = new Set<string>()
  const keep = (value: Decimal, rest: string) => {
    said.add(value.toString())
    if (YEARS.test(rest)) said.add(value.times(12).toString())
    if (THOUSANDS.test(rest)) said.add(value.times(1000).toString())
  }
  for (const text of texts) {
    for (const match of text.matchAll(NUMERAL)) {
      const rest = text.slice(match.index + match[0].length)
      for (const value of readings(match[0])) keep(value, rest)
    }
    for (const [word, value] of Object.entries(WORDS)) {
      for (const match of text.matchAll(new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'giu'))) {
        keep(new Decimal(value), text.slice(match.index + match[0].length))
      }
    }
    if (NOTHING.test(text)) said.add('0')
    if (A_YEAR.test(text)) said.add('12')
    if (HALF_YEAR.test(text)) said.add('6')
  }
  return said
}

/** Every number in a record, however deep. */
export function recordFigures(record: unknown): ReadonlySet<string> {
  if (typeof record === 'number') return new Set([new Decimal(record).toString()])
  if (typeof record === 'string') {
    return /^-?\d+(\.\d+)?$/.test(record) ? new Set([new Decimal(record).toString()]) : new Set()
  }
  if (record === null || typeof record !== 'object') return new Set()
  return new Set(Object.values(record).flatMap((value) => [...recordFigures(value)]))
}

/** What a numeral can mean: "1.234" is a thousand in German and one and a bit in English; both are kept. */
function readings(numeral: string): readonly Decimal[] {
  const digits = numeral.replaceAll(/['’ \u00a0\u202f]/gu, '')
  const forms = [
    digits.replaceAll('.', '').replace(',', '.'),
    digits.replaceAll(',', ''),
    ...(numeral.includes(' ') ? numeral.split(/\s+/) : []).map((part) => part.replace(',', '.')),
  ]
  return forms.filter((form) => /^\d+(\.\d+)?$/.test(form)).map((form) => new Decimal(form))
}
