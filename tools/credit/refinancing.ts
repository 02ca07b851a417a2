/**
 * Whether replacing a loan by a cheaper one pays off, and from which month.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { type Currency, fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import { instalmentOf, monthlyRate } from './annuity.ts'
import { breakEvenRate } from './break-even-rate.ts'
import { likewise, loanRate, MAX_MONTHS, notNegative, positive, type Rate, refuse, shown, whole } from './ranges.ts'

export const REFINANCING: Rule = {
  id: 'math.refinancing.break-even',
  title: { de: 'Umschuldung: ab wann sie sich lohnt', en: 'Refinancing: when it pays off' },
  source: 'annuities over the same remaining term; costs include the compensation of § 502 BGB',
  validFrom: null,
  validTo: null,
}

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

/** The courses side by side, computed from unrounded instalments. @throws InvalidInput for figures out of range */
export function refinancing(input: RefinancingCase): Refinancing {
  requireCase(input)
  const { balance, remainingMonths, newMonths } = input
  const { currency } = balance
  const owed = toDecimal(balance)
  const costs = toDecimal(input.otherCosts).plus(toDecimal(input.earlyRepaymentCompensation))
  const newRate = monthlyRate(input.newNominalRatePercent)
  const old = instalmentOf(owed, monthlyRate(input.oldNominalRatePercent), remainingMonths)
  const kept = old.times(remainingMonths)
  const course = (principal: Decimal, months: number, upfront: Decimal): Course => {
    const instalment = instalmentOf(principal, newRate, months)
    const paid = instalment.times(months).plus(upfront)
    return courseOf({ months, instalment, paid, kept }, currency)
  }
  const saving = old.minus(instalmentOf(owed, newRate, remainingMonths))
  const figures = {
    keep: courseOf({ months: remainingMonths, instalment: old, paid: kept, kept }, currency),
    cash: course(owed, remainingMonths, costs),
    financed: course(owed.plus(costs), remainingMonths, new Decimal(0)),
    otherTerm: newMonths === undefined ? null : course(owed, newMonths, costs),
    costs: fromDecimal(costs, currency),
    monthlySaving: fromDecimal(saving, currency),
    breakEvenMonth: breakEvenMonth(saving, costs, remainingMonths),
    breakEvenNominalRatePercent: breakEvenRate({ owed, months: remainingMonths, instalment: old, costs }),
  }
  return { ...figures, explanation: explain(input, figures) }
}

function courseOf(
  { months, instalment, paid, kept }: { months: number; instalment: Decimal; paid: Decimal; kept: Decimal },
  currency: Currency,
): Course {
  return {
    months,
    instalment: fromDecimal(instalment, currency),
    totalPaid: fromDecimal(paid, currency),
    totalSaving: fromDecimal(kept.minus(paid), currency),
  }
}

function breakEvenMonth(saving: Decimal, costs: Decimal, months: number): number | null {
  if (saving.isNegative() && !saving.isZero()) return null
  if (saving.isZero()) return costs.isZero() ? 1 : null
  const month = Math.max(1, costs.dividedBy(saving).ceil().toNumber())
  return month <= months ? month : null
}

function requireCase(input: RefinancingCase): void {
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

function explain(input: RefinancingCase, figures: Omit<Refinancing, 'explanation'>): Explanation {
  const { keep, cash, financed, otherTerm, costs, monthlySaving } = figures
  const total = (de: string, en: string, course: Course) => ({
    text: { de: `${de}, ${course.months} Monate, insgesamt`, en: `${en}, ${course.months} months, in total` },
    value: shown(course.totalPaid),
  })
  return {
    title: REFINANCING.title,
    ruleIds: [REFINANCING.id],
    inputs: {
      balance: shown(input.balance),
      oldNominalRatePercent: String(input.oldNominalRatePercent),
      newNominalRatePercent: String(input.newNominalRatePercent),
      remainingMonths: String(input.remainingMonths),
    },
    steps: [
      { text: { de: 'Kosten des Wechsels', en: 'Costs of the change' }, value: shown(costs) },
      { text: { de: 'Ersparnis je Monat', en: 'Saving per month' }, value: shown(monthlySaving) },
      total('Alter Kredit', 'Old loan', keep),
      total('Neuer Kredit, Kosten sofort bezahlt', 'New loan, costs paid at once', cash),
      total('Neuer Kredit, Kosten mitfinanziert', 'New loan, costs financed', financed),
      ...(otherTerm === null
        ? []
        : [total('Neuer Kredit mit anderer Laufzeit', 'New loan of another term', otherTerm)]),
    ],
    sources: [REFINANCING.source],
  }
}
