/**
 * What to pay each month to be free of a revolving credit in time.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Money, money } from '../shared/money.ts'
import { instalmentOf, monthlyRate } from './annuity.ts'
import { MAX_MONTHS, percent, positive, type Rate, refuse, whole } from './ranges.ts'
import { simulate } from './revolving-run.ts'

/** The least equal payment, in whole cents, that clears the balance within a number of months. */
export function paymentToFinishIn({
  balance,
  nominalRatePercent,
  months,
}: {
  readonly balance: Money
  readonly nominalRatePercent: Rate
  readonly months: number
}): { readonly payment: Money; readonly totalInterest: Money } {
  refuse(
    positive('balance', balance),
    percent('nominalRatePercent', nominalRatePercent),
    whole('months', months, 1, MAX_MONTHS),
  )
  const exact = instalmentOf(new Decimal(balance.minor), monthlyRate(nominalRatePercent), months)
  const run = (minor: number) => simulate(balance, nominalRatePercent, () => minor)
  const suffices = (minor: number) => run(minor).stuck === null && run(minor).months <= months
  // The interest is rounded each month, so the least payment may lie some cents beside the annuity.
  let minor = Math.max(1, exact.ceil().toNumber())
  while (!suffices(minor)) minor++
  while (minor > 1 && suffices(minor - 1)) minor--
  return { payment: money(minor, balance.currency), totalInterest: run(minor).totalInterest }
}
