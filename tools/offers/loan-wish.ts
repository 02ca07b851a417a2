/**
 * What the customer wants of a loan, and what in an offer misses it.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import { compareMoney, type Money, parseMoney } from '../shared/money.ts'
import type { Candidate, Removal } from './candidate.ts'
import type { LoanFigures } from './loan-figures.ts'
import type { LoanTerms } from './terms.ts'

/** Every bound is included: `maxTermMonths: 36` lets 36 months pass. */
export interface LoanWish {
  readonly minTermMonths?: number
  readonly maxTermMonths?: number
  readonly maxNominalRatePercent?: string
  readonly maxEffectiveRatePercent?: string
  readonly maxMonthly?: Money
  readonly maxFee?: Money
  /** What the order rests on; by default the total. */
  readonly rankBy?: 'total' | 'monthly' | 'effective-rate'
}

/** The wishes an offer misses, with codes; empty when it fits. An effective rate that cannot be computed fits no bound. */
export function missedWishes(
  wish: LoanWish,
  loan: { readonly termMonths: number; readonly figures: LoanFigures; readonly nominalRatePercent: string },
  candidate: Candidate<LoanTerms>,
): Removal['reasons'] {
  const { figures } = loan
  const fee = parseMoney(candidate.terms.originationFee, figures.total.currency, 'originationFee')
  const effective = Number(figures.effectiveRatePercent ?? Number.POSITIVE_INFINITY)
  const checks: readonly [boolean, string, Bilingual][] = [
    [
      wish.minTermMonths !== undefined && loan.termMonths < wish.minTermMonths,
      'TERM_TOO_SHORT',
      { de: 'läuft kürzer als gewünscht', en: 'runs shorter than wished' },
    ],
    [
      wish.maxTermMonths !== undefined && loan.termMonths > wish.maxTermMonths,
      'TERM_TOO_LONG',
      { de: 'läuft länger als gewünscht', en: 'runs longer than wished' },
    ],
    [
      wish.maxNominalRatePercent !== undefined && Number(loan.nominalRatePercent) > Number(wish.maxNominalRatePercent),
      'NOMINAL_RATE_TOO_HIGH',
      { de: 'hat einen höheren Sollzins als gewünscht', en: 'has a higher nominal rate than wished' },
    ],
    [
      wish.maxEffectiveRatePercent !== undefined && effective > Number(wish.maxEffectiveRatePercent),
      'EFFECTIVE_RATE_TOO_HIGH',
      { de: 'hat einen höheren effektiven Jahreszins als gewünscht', en: 'has a higher effective rate than wished' },
    ],
    [
      wish.maxMonthly !== undefined && compareMoney(figures.monthly, wish.maxMonthly) > 0,
      'INSTALMENT_TOO_HIGH',
      { de: 'hat eine höhere Monatsrate als gewünscht', en: 'has a higher monthly instalment than wished' },
    ],
    [
      wish.maxFee !== undefined && compareMoney(fee, wish.maxFee) > 0,
      'FEE_TOO_HIGH',
      { de: 'hat eine höhere Gebühr als gewünscht', en: 'has a higher fee than wished' },
    ],
  ]
  return checks.filter(([missed]) => missed).map(([, code, text]) => ({ code, text }))
}
