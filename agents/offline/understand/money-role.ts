/**
 * What an amount limits, by the words around it: a month, a year, a deductible, a fee.
 *
 * @module
 */
import { firstWords, lastWords } from './near-words.ts'

export type MoneyRole = 'amount' | 'monthly' | 'yearly' | 'deductible' | 'total' | 'fee' | 'sum-insured'

const MONTHLY_AFTER =
  /^\s*(?:(?:monats)?raten?\b|instal+ments?\b)|^\W*(?:im monat|pro monat|je monat|monatlich|mtl|\/ ?monat|\/ ?mon?\b|a month|per month|each month|every month|monthly|p\.? ?m\b|\/ ?month|jeden monat|den monat|monatsrate)/
const YEARLY_AFTER =
  /^\W*(?:im jahr|pro jahr|je jahr|jaehrlich|\/ ?jahr|a year|per year|each year|every year|yearly|annual|p\.? ?a\b|per annum|\/ ?year|jahresbeitrag|jedes jahr|das jahr|im kalenderjahr)/

/** The role of an amount; both texts are folded. */
export function roleOf(before: string, after: string): MoneyRole {
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
