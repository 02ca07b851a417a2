/**
 * What else can move besides the lever, by kind: from what the counterparty likes least to what it likes best.
 *
 * @module
 */
import type { DealTerms } from '../../offers/terms.ts'
import type { Situation } from '../strategy.ts'

type Change = (terms: DealTerms) => DealTerms

/** Terms of a loan beside the wanted one, as shares of it. */
const TERM_SHARES = [0.67, 0.83, 1]
const DEDUCTIBLES = ['0.00', '150.00', '300.00', '500.00', '1000.00']

/** At least one change; the only one leaves the terms as they are where nothing else moves. */
export function secondIssue({
  kind,
  limits,
  current,
}: Pick<Situation, 'kind' | 'limits' | 'current'>): readonly Change[] {
  if (kind === 'instalment-loan' && limits.maxMonthly !== undefined) {
    // A lender likes a longer term. Longer than wanted is another loan, and a shorter one costs more a month, so it is
    // put on the table only where a monthly limit says what can be borne.
    return TERM_SHARES.map((share) => (terms) => {
      if (terms.kind !== kind) return terms
      const least = Math.min(terms.termMonths, limits.minTermMonths ?? 1)
      return { ...terms, termMonths: Math.max(least, Math.round(terms.termMonths * share)) }
    })
  }
  if (!kind.startsWith('insurance-')) return [(terms) => terms]
  const today = current !== null && 'deductible' in current ? current.deductible : '0.00'
  const most = limits.maxDeductible ?? today
  const open = DEDUCTIBLES.filter((amount) => Number(amount) <= Number(most))
  const amounts = [...new Set([...open, most])].sort((a, b) => Number(a) - Number(b))
  return amounts.map((deductible) => (terms) => ('deductible' in terms ? { ...terms, deductible } : terms))
}
