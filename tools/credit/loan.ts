/**
 * A loan in its terms, and its schedule: what the engines of credit take and give.
 *
 * @module
 */
import type { Explanation } from '../shared/explanation.ts'
import type { Money } from '../shared/money.ts'
import type { Rate } from './ranges.ts'
import type { YearlyRate } from './special-loans.ts'

/** How the loan is repaid; without one, in equal instalments. */
export type Repayment =
  | { readonly kind: 'annuity' }
  /** Smaller instalments, and the balloon on top of the last. */
  | { readonly kind: 'balloon'; readonly balloon: Money }
  /** Months without payment whose interest is added to the balance, then `months` instalments. */
  | { readonly kind: 'deferred'; readonly deferralMonths: number }
  /** Interest alone, and the principal with the last payment. */
  | { readonly kind: 'interest-only' }
  /** Another nominal rate after a number of months; the instalment is computed anew for the months left. */
  | { readonly kind: 'two-rate'; readonly monthsAtFirstRate: number; readonly secondNominalRatePercent: Rate }

export type LoanTerms = {
  readonly principal: Money
  /** How many payments there are. */
  readonly months: number
  readonly repayment?: Repayment
} & YearlyRate

/** One month; `principal` is negative where interest is added to the balance. */
export interface ScheduleRow {
  readonly month: number
  readonly payment: Money
  readonly interest: Money
  readonly principal: Money
  readonly balance: Money
}

export interface Schedule {
  readonly rows: readonly ScheduleRow[]
  /** The instalment of the first paying month. */
  readonly instalment: Money
  readonly lastInstalment: Money
  readonly totalPaid: Money
  readonly totalInterest: Money
  readonly explanation: Explanation
}
