/**
 * The amounts, rates and terms a customer names, each with what it limits.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { type Bound, boundOf } from './bound-of.ts'
import { findNumbers, isArticle } from './find-numbers.ts'
import { type MoneyRole, roleOf } from './money-role.ts'
import { firstWords, lastWords } from './near-words.ts'
import { fold } from './normalise.ts'

export type Quantity =
  | {
      readonly kind: 'money'
      readonly amount: string
      readonly role: MoneyRole
      readonly bound: Bound
      readonly raw: string
    }
  | {
      readonly kind: 'rate'
      readonly percent: string
      readonly of: 'effective' | 'nominal'
      readonly bound: Bound
      readonly raw: string
    }
  | { readonly kind: 'term'; readonly months: number; readonly bound: Bound; readonly raw: string }
  | { readonly kind: 'plain'; readonly value: string; readonly bound: Bound; readonly raw: string }

const MONEY_AFTER = /^\s?(€|eur(o|os)?\b|euronen\b|eier\b|ocken\b|bucks\b|quid\b|cents?\b|ct\b|,-|,–)/i
const MONEY_BEFORE = /(€|eur|\$|£)\s?$/i
const RATE_AFTER = /^\s?(%|prozent\w*|percent\w*|per cent|pct\b|v\. ?h\.)/i
const MONTHS_AFTER =
  /^[\s-]?(monat\w*|months?\b|mon\b\.?|mo\b|mths?\b|raten\b|monatsraten\b|instal+ments?\b|monthly (payments|instal+ments))/i
const YEARS_AFTER = /^[\s-]?(jahr\w*|years?\b|yrs?\b|j\b)/i
const OTHER_AFTER =
  /^[\s.-]?(tag\w*|days?\b|wochen?\b|weeks?\b|uhr\b|minute\w*|stunde\w*|hours?\b|m2\b|m²|qm\b|million\w* (mal|times))/i

/** Everything countable in a text, in order. */
export function quantities(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (const number of findNumbers(text)) {
    const after = text.slice(number.end)
    const before = fold(text.slice(0, number.start))
    const quantity = read(number.value, number.raw, before, after)
    if (quantity === null || (isArticle(number.raw) && !countsAsOne(quantity, before))) continue
    found.push(quantity)
  }
  return found
}

/** "Within a year" is a term; "50 euros a year" is a frequency, and "a loan" nothing countable. */
function countsAsOne(quantity: Quantity, before: string): boolean {
  if (quantity.kind === 'money' || quantity.kind === 'rate') return true
  return (
    quantity.kind === 'term' &&
    /\b(within|over|for|in|binnen|auf|ueber|innerhalb|laufzeit|laufzeit von|than|als|most|hoechstens|maximal) $/.test(
      before,
    )
  )
}

function read(value: Decimal, number: string, before: string, rest: string): Quantity | null {
  const folded = fold(rest)
  const bound = boundOf(before, folded)
  const unit = MONEY_AFTER.exec(folded)
  if (unit !== null || MONEY_BEFORE.test(before)) {
    const cents = /cent|ct/i.test(unit?.[1] ?? '')
    const amount = (cents ? value.dividedBy(100) : value).toFixed(2)
    const after = folded.slice(unit?.[0].length ?? 0)
    return {
      kind: 'money',
      amount,
      role: roleOf(before, after),
      bound,
      raw: number + rest.slice(0, unit?.[0].length ?? 0),
    }
  }
  const rate = RATE_AFTER.exec(folded)
  if (rate !== null) {
    // "My loan costs twelve percent" says how things are, not what would be wanted.
    if (bound === 'none' && PRESENT.test(lastWords(before, 5)))
      return { kind: 'plain', value: value.toString(), bound, raw: number }
    const near = `${lastWords(before, 5)} ${firstWords(folded.slice(rate[0].length), 3)}`
    const of = /\b(soll|nominal)/.test(near) ? 'nominal' : 'effective'
    return { kind: 'rate', percent: value.toString(), of, bound, raw: number + rate[0] }
  }
  const months = MONTHS_AFTER.exec(folded)
  if (months !== null) return term(value.toNumber(), bound, number + months[0])
  const years = YEARS_AFTER.exec(folded)
  if (years !== null) return term(value.times(12).toNumber(), bound, number + years[0])
  if (OTHER_AFTER.test(folded) || isArticle(number)) return null
  return bare(value, number, before, folded, bound)
}

/** A number without a unit gets one from the word before it ("Laufzeit 36", "Rate 250", "SB 150"). */
const PRESENT = /\b(zahle|zahlt|kostet|kosten|bezahle|pay|paying|costs?|currently|derzeit|momentan|aktuell|bisher)\b/

function bare(value: Decimal, raw: string, before: string, after: string, bound: Bound): Quantity | null {
  const cue = lastWords(before, 3)
  if (/laufzeit|\bterm\b|duration/.test(cue)) return term(value.toNumber(), bound, raw)
  if (/zins|interest|\brate (of|under|below)|\bapr\b/.test(cue) && value.lessThan(30)) {
    return { kind: 'rate', percent: value.toString(), of: 'effective', bound, raw }
  }
  const role = roleOf(before, after)
  if (role === 'deductible' || role === 'monthly' || role === 'yearly') {
    return { kind: 'money', amount: value.toFixed(2), role, bound, raw }
  }
  return { kind: 'plain', value: value.toString(), bound, raw }
}

function term(months: number, bound: Bound, raw: string): Quantity | null {
  if (!Number.isInteger(months) || months < 1 || months > 600) return null
  return { kind: 'term', months, bound, raw }
}
