/* Terms of a deal in words: every field, and the one figure that a negotiation turns on. */
import { code, money, percent } from './words.js'

const MONEY = new Set([
  ...['principal', 'originationFee', 'instalment', 'annualPremium', 'deductible', 'sumInsured', 'amount', 'monthly'],
  ...['fee', 'claim', 'claimed', 'waived', 'limit', 'balance', 'maxMonthly', 'maxTotal', 'maxFee', 'maxAnnualPremium'],
  ...['maxDeductible', 'minSumInsured'],
])

/** One value as people read it. */
export function valueText(field, value, currency) {
  if (value === null || value === undefined) return ''
  if (field.endsWith('RatePercent') || field.endsWith('FeePercent')) return percent(value)
  if (MONEY.has(field)) return money(value, currency)
  if (Array.isArray(value)) return value.map(code).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([k, v]) => `${k}: ${v}`)
      .join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '–'
  return code(String(value))
}

/** Label and value of every field. */
export function termPairs(terms, currency = terms.currency) {
  return Object.entries(terms)
    .filter(([field]) => field !== 'kind' && field !== 'currency')
    .map(([field, value]) => [code(field), valueText(field, value, currency)])
    .filter(([, text]) => text !== '')
}

const HEADLINE = {
  'instalment-loan': 'nominalRatePercent',
  'instalment-plan': 'monthly',
  settlement: 'amount',
  'fee-waiver': 'waived',
  overdraft: 'nominalRatePercent',
  savings: 'nominalRatePercent',
}

/** The field that the two sides move. */
export const headlineField = (kind) => HEADLINE[kind] ?? 'annualPremium'

export function headline(terms) {
  const field = headlineField(terms.kind)
  return valueText(field, terms[field], terms.currency)
}

/** The headline with what else matters, in one short line. */
export function shortTerms(terms) {
  if (terms === null) return ''
  const extra = { 'instalment-loan': 'termMonths', 'instalment-plan': 'months' }[terms.kind]
  return extra === undefined ? headline(terms) : `${headline(terms)} · ${code(extra)}: ${terms[extra]}`
}
