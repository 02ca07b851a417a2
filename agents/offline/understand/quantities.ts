/**
 * The amounts, rates and terms a customer names, each with what it limits.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { findNumbers, isArticle } from './find-numbers.ts'
import { fold } from './normalise.ts'

export type MoneyRole = 'amount' | 'monthly' | 'yearly' | 'deductible' | 'total' | 'fee' | 'sum-insured'

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

export type Bound = 'max' | 'min' | 'none'

const MONEY_AFTER = /^\s?(€|eur(o|os)?\b|euronen\b|eier\b|ocken\b|bucks\b|quid\b|cents?\b|ct\b|,-|,–)/i
const MONEY_BEFORE = /(€|eur|\$|£)\s?$/i
const RATE_AFTER = /^\s?(%|prozent\w*|percent\w*|per cent|pct\b|v\.? ?h\.?\b)/i
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
    const quantity = read(number.value, number.raw, fold(text.slice(0, number.start)), after)
    if (quantity === null || (isArticle(number.raw) && quantity.kind === 'plain')) continue
    found.push(quantity)
  }
  return found
}

function read(value: Decimal, number: string, before: string, rest: string): Quantity | null {
  const folded = fold(rest)
  const bound = boundOf(before, folded)
  const unit = MONEY_AFTER.exec(folded)
  if (unit !== null || MONEY_BEFORE.test(before)) {
    const cents = /cent|ct/i.test(unit?.[1] ?? '')
    const amount = (cents ? value.dividedBy(100) : value).toFixed(2)
    const after = folded.slice(unit?.[0].length ?? 0)
    return { kind: 'money', amount, role: roleOf(before, after), bound, raw: number + (unit?.[0] ?? '') }
  }
  const rate = RATE_AFTER.exec(folded)
  if (rate !== null) {
    const near = `${lastWords(before, 5)} ${firstWords(folded.slice(rate[0].length), 3)}`
    const of = /\b(soll|nominal)/.test(near) ? 'nominal' : 'effective'
    return { kind: 'rate', percent: value.toString(), of, bound, raw: number + rate[0] }
  }
  const months = MONTHS_AFTER.exec(folded)
  if (months !== null) return term(value.toNumber(), bound, number + months[0])
  const years = YEARS_AFTER.exec(folded)
  if (years !== null) return term(value.times(12).toNumber(), bound, number + years[0])
  if (OTHER_AFTER.test(folded)) return null
  return bare(value, number, before, folded, bound)
}

/** A number without a unit gets one from the word before it ("Laufzeit 36", "Rate 250", "SB 150"). */
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

const MONTHLY_AFTER =
  /^\W*(?:(?:rate|raten)\s)?(?:im monat|pro monat|je monat|monatlich|mtl|\/ ?monat|\/ ?mon?\b|a month|per month|each month|every month|monthly|p\.? ?m\b|\/ ?month|jeden monat|den monat|monatsrate)/
const YEARLY_AFTER =
  /^\W*(?:im jahr|pro jahr|je jahr|jaehrlich|\/ ?jahr|a year|per year|each year|every year|yearly|annual|p\.? ?a\b|per annum|\/ ?year|jahresbeitrag|jedes jahr|das jahr|im kalenderjahr)/

function roleOf(before: string, after: string): MoneyRole {
  if (MONTHLY_AFTER.test(after)) return 'monthly'
  if (YEARLY_AFTER.test(after)) return 'yearly'
  const near = `${lastWords(before, 5)} | ${firstWords(after, 4)}`
  if (/selbstbeteilig|selbstbehalt|eigenanteil|eigenbeteilig|\bsb\b|deductible|\bexcess\b/.test(near))
    return 'deductible'
  if (/versicherungssumme|deckungssumme|sum insured|insured sum|insured for|deckung von/.test(near))
    return 'sum-insured'
  const cue = lastWords(before, 5)
  if (
    /monatsrate|monatlich|monatsbeitrag|\brate\b|\braten\b|monthly|instal+ments?|\bmtl|im monat|pro monat|jeden monat|a month|per month|each month/.test(
      cue,
    )
  )
    return 'monthly'
  if (/jaehrlich|jahresbeitrag|jahrespraemie|yearly|annual|im jahr|pro jahr|a year|per year/.test(cue)) return 'yearly'
  if (/insgesamt|gesamtkosten|gesamtbetrag|\btotal\b|overall|in all|alles in allem|all in/.test(near)) return 'total'
  if (/gebuehr|mahnkosten|mahnung|\bfees?\b|\bcharges?\b|reminder/.test(near)) return 'fee'
  return 'amount'
}

function boundOf(before: string, after: string): Bound {
  const cue = ` ${lastWords(before, 4)} `
  const tail = ` ${firstWords(after, 6)} `
  if (
    / (mindestens|wenigstens|minimum|min|minimal|at least|no less than|ab|ueber|mehr als|above|over|more than|nicht unter) $/.test(
      cue,
    )
  )
    return 'min'
  if (
    /(hoechstens|hoechst|maximal|max|maximum|unter|unterhalb|weniger als|bis|bis zu|nicht ueber|nicht laenger als|nicht mehr als|nicht teurer als|kuerzer als|up to|at most|atmost|under|below|less than|no more than|not more than|within|cheaper than|shorter than|no longer than|not over|guenstiger als|billiger als|obergrenze|limit|grenze|highest|longest|keine?n? .* mehr als|never more than) (von |bei |auf |zu |of |at |is |ist |liegt |liegt bei |die |the |a |einer |eine |von hoechstens )*$/.test(
      cue,
    )
  )
    return 'max'
  if (
    /^\s\S+( \S+)? (maximal|hoechstens|max|oder weniger|or less|or lower|at most|tops|maximum|hoechstgrenze|nicht mehr|und nicht mehr|oder kuerzer|or shorter|or under|or fewer)\b/.test(
      tail,
    ) ||
    /^ (maximal|hoechstens|max|oder weniger|or less|at most|tops|maximum)\b/.test(tail)
  )
    return 'max'
  if (/ (mindestens|oder mehr|or more|at least|minimum|oder hoeher|or higher) /.test(tail)) return 'min'
  return 'none'
}

function lastWords(text: string, count: number): string {
  return text
    .trim()
    .split(/[\s,;:()]+/)
    .slice(-count)
    .join(' ')
}

function firstWords(text: string, count: number): string {
  return text
    .trim()
    .split(/[\s,;:()!?]+/)
    .slice(0, count)
    .join(' ')
}
