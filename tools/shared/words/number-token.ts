/**
 * A number in digits with separators: "1.234,56", "1,234.56", "12,–".
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Locale } from './locale.ts'

/** Source of a pattern for one such number, without sign. */
export const NUMBER_TOKEN = `(?:\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3}){1,5}(?!\\d)(?:[.,]\\d{1,6})?|\\d+(?:[.,]\\d+){0,5})(?:[.,](?:[–—-]{1,2}))?`

export type NumberReading =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly [Decimal, Decimal] }
  | { readonly kind: 'none' }

/**
 * Reads the separators of a number.
 *
 * One separator before exactly three digits groups thousands only where the language writes it so; the other one
 * ("1,234 €" in German) could be either and stays ambiguous. Rates have three decimals, so there the language's own
 * decimal separator is one; an amount of money never has three.
 */
export function readNumber(token: string, locale: Locale, what: 'money' | 'rate' = 'money'): NumberReading {
  const digits = token.replace(/[.,][–—-]{1,2}$/u, '').replace(/(?<=\d)['’ \u00a0\u202f](?=\d{3})/gu, '')
  const separators = digits.match(/[.,]/gu) ?? []
  const last = separators.at(-1)
  if (last === undefined) return number(digits)
  const at = digits.lastIndexOf(last)
  const head = digits.slice(0, at)
  const tail = digits.slice(at + 1)
  if (new Set(separators).size > 1) {
    return isGrouped(head, last === '.' ? ',' : '.')
      ? number(`${head.replaceAll(/[.,]/gu, '')}.${tail}`)
      : { kind: 'none' }
  }
  if (separators.length > 1) {
    return isGrouped(digits, last) ? number(digits.replaceAll(last, '')) : { kind: 'none' }
  }
  const decimal = number(`${head}.${tail}`)
  if (tail.length !== 3 || head.length > 3 || head.startsWith('0')) return decimal
  const decimalMark = locale === 'de' ? ',' : '.'
  if (last !== decimalMark && what === 'money') return number(head + tail)
  if (last === decimalMark && what === 'rate') return decimal
  return { kind: 'ambiguous', candidates: [new Decimal(`${head}.${tail}`), new Decimal(head + tail)] }
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.split(separator)
  return /^\d{1,3}$/u.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/u.test(group))
}

function number(text: string): NumberReading {
  return { kind: 'number', value: new Decimal(text) }
}
