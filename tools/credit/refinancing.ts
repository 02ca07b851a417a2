/**
 * Whether replacing a loan by a cheaper one pays off, and from which month.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Currency, fromDecimal, subtract, toDecimal } from '../shared/money.ts'
import { instalmentOf, monthlyRate } from './annuity.ts'
import { breakEvenRate } from './break-even-rate.ts'
import { type Course, type Refinancing, type RefinancingCase, requireCase } from './refinancing-case.ts'
import { explainRefinancing } from './refinancing-explanation.ts'

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
  return { ...figures, explanation: explainRefinancing(input, figures) }
}

function courseOf(
  { months, instalment, paid, kept }: { months: number; instalment: Decimal; paid: Decimal; kept: Decimal },
  currency: Currency,
): Course {
  const totalSaving = fromDecimal(kept.minus(paid), currency)
  return {
    months,
    instalment: fromDecimal(instalment, currency),
    // From the rounded figures, so that whoever subtracts the totals side by side gets the saving to the cent.
    totalPaid: subtract(fromDecimal(kept, currency), totalSaving),
    totalSaving,
  }
}

function breakEvenMonth(saving: Decimal, costs: Decimal, months: number): number | null {
  if (saving.isNegative() && !saving.isZero()) return null
  if (saving.isZero()) return costs.isZero() ? 1 : null
  const month = Math.max(1, costs.dividedBy(saving).ceil().toNumber())
  return month <= months ? month : null
}
