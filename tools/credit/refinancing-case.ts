/**
 * A loan that could be replaced, and the courses that are compared.
 *
 * @module
 */
import type { Explanation } from '../shared/explanation.ts'
import type { Money } from '../shared/money.ts'
import { likewise, loanRate, MAX_MONTHS, notNegative, positive, type Rate, refuse, whole } from './ranges.ts'

export interface RefinancingCase {
  readonly balance: Money
  readonly oldNominalRatePercent: Rate
  readonly remainingMonths: number
  readonly newNominalRatePercent: Rate
  readonly otherCosts: Money
  readonly earlyRepaymentCompensation: Money
  /** The term of the new loan where it differs; the figures above it stay those of the equal term. */
  readonly newMonths?: number
}

/** One way to go on: what is paid each month and in all, and what it saves against the old loan (negative: costs more). */
export interface Course {
  readonly months: number
  readonly instalment: Money
  readonly totalPaid: Money
  readonly totalSaving: Money
}

/**
 * `cash`: the costs are paid at once; `financed`: they are added to the new loan. `otherTerm` is never to be shown
 * without the others: a lower instalment over a longer term is no saving.
 */
export interface Refinancing {
  readonly keep: Course
  readonly cash: Course
  readonly financed: Course
  readonly otherTerm: Course | null
  readonly costs: Money
  readonly monthlySaving: Money
  /** The first month by which the savings have paid the costs; null when not within the term. */
  readonly breakEvenMonth: number | null
  /** The new rate at which nothing is won or lost, in percent; null when no rate is low enough. */
  readonly breakEvenNominalRatePercent: number | null
  readonly explanation: Explanation
}

/** @throws InvalidInput for figures out of range */
export function requireCase(input: RefinancingCase): void {
  const { balance, otherCosts, earlyRepaymentCompensation, newMonths = 1 } = input
  refuse(
    positive('balance', balance),
    loanRate('oldNominalRatePercent', input.oldNominalRatePercent),
    loanRate('newNominalRatePercent', input.newNominalRatePercent),
    whole('remainingMonths', input.remainingMonths, 1, MAX_MONTHS),
    whole('newMonths', newMonths, 1, MAX_MONTHS),
    notNegative('otherCosts', otherCosts),
    likewise('otherCosts', otherCosts, balance),
    notNegative('earlyRepaymentCompensation', earlyRepaymentCompensation),
    likewise('earlyRepaymentCompensation', earlyRepaymentCompensation, balance),
  )
}
