/**
 * A revolving credit month by month: interest to the cent, then the payment.
 *
 * @module
 */
import { type Money, money } from '../shared/money.ts'
import { monthlyRate } from './annuity.ts'
import { cents } from './cents.ts'
import type { Rate } from './ranges.ts'

/** After a thousand years a balance that still shrinks by cents counts as never paid off. */
const MAX_PAYOFF_MONTHS = 12_000

/** How a run ended: cleared, or stuck in a month whose payment did not exceed its interest. */
export interface Run {
  readonly months: number
  readonly totalInterest: Money
  readonly stuck: { readonly interest: number; readonly paid: number } | null
}

/** Pays until nothing is left; the last payment is what is left. @param payment in cents, from the cents owed and their interest */
export function simulate(balance: Money, rate: Rate, payment: (owed: number, interest: number) => number): Run {
  const perMonth = monthlyRate(rate)
  let owed = balance.minor
  let total = 0
  for (let months = 0; ; months++) {
    if (owed === 0) return { months, totalInterest: money(total, balance.currency), stuck: null }
    const interest = cents(perMonth.times(owed))
    const paid = Math.min(payment(owed, interest), owed + interest)
    if (paid <= interest || months === MAX_PAYOFF_MONTHS) {
      return { months, totalInterest: money(total, balance.currency), stuck: { interest, paid } }
    }
    owed += interest - paid
    total += interest
  }
}
