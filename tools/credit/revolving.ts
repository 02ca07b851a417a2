/**
 * How long a card or revolving credit takes when only the minimum is paid, and what would end it sooner.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { instalmentOf, monthlyRate } from './annuity.ts'
import { likewise, MAX_MONTHS, notNegative, percent, positive, type Rate, refuse, shown, whole } from './ranges.ts'

export const REVOLVING: Rule = {
  id: 'math.revolving.minimum-payment',
  title: { de: 'Mindestzahlung bei revolvierendem Kredit', en: 'Minimum payment of a revolving credit' },
  source: 'monthly: interest half up to the cent, then the payment; Dir. (EU) 2023/2225 Annex III Part II (e)',
  validFrom: null,
  validTo: null,
}

/** A percentage of balance and interest together, or a percentage of the balance with the interest on top. */
export type MinimumMode = 'balance_incl_interest' | 'principal_plus_interest'

export interface RevolvingCredit {
  readonly balance: Money
  readonly nominalRatePercent: Rate
  readonly minPercent: Rate
  readonly minAmount: Money
  readonly mode: MinimumMode
}

/** The way to the last payment; `never` with the month in which the minimum does not exceed the interest (or a thousand years are over). */
export type Payoff =
  | {
      readonly kind: 'paid-off'
      readonly months: number
      readonly totalInterest: Money
      readonly totalPaid: Money
      readonly explanation: Explanation
    }
  | { readonly kind: 'never'; readonly interest: Money; readonly payment: Money }

/** After a thousand years a balance that still shrinks by cents counts as never paid off. */
const MAX_PAYOFF_MONTHS = 12_000

/** Pays the minimum each month until nothing is left. @throws InvalidInput for figures out of range */
export function minimumPayoff(credit: RevolvingCredit): Payoff {
  const { balance, nominalRatePercent, minPercent, minAmount, mode } = credit
  refuse(
    positive('balance', balance),
    percent('nominalRatePercent', nominalRatePercent),
    percent('minPercent', minPercent, 0, 100),
    notNegative('minAmount', minAmount),
    likewise('minAmount', minAmount, balance),
  )
  const share = new Decimal(minPercent).dividedBy(100)
  const payment = (owed: number, interest: number): number => {
    if (mode === 'balance_incl_interest') return Math.max(cents(share.times(owed + interest)), minAmount.minor)
    return Math.max(cents(share.times(owed)), minAmount.minor) + interest
  }
  const { months, totalInterest, stuck } = simulate(balance, nominalRatePercent, payment)
  if (stuck !== null) {
    const { currency } = balance
    return { kind: 'never', interest: money(stuck.interest, currency), payment: money(stuck.paid, currency) }
  }
  const totalPaid = money(balance.minor + totalInterest.minor, balance.currency)
  return { kind: 'paid-off', months, totalInterest, totalPaid, explanation: explain(credit, { months, totalInterest }) }
}

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

interface Run {
  readonly months: number
  readonly totalInterest: Money
  readonly stuck: { readonly interest: number; readonly paid: number } | null
}

function simulate(balance: Money, rate: Rate, payment: (owed: number, interest: number) => number): Run {
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

function explain(credit: RevolvingCredit, paid: { months: number; totalInterest: Money }): Explanation {
  return {
    title: REVOLVING.title,
    ruleIds: [REVOLVING.id],
    inputs: {
      balance: shown(credit.balance),
      nominalRatePercent: String(credit.nominalRatePercent),
      minPercent: String(credit.minPercent),
      minAmount: shown(credit.minAmount),
      mode: credit.mode,
    },
    steps: [
      { text: { de: 'Monate bis zur letzten Zahlung', en: 'Months to the last payment' }, value: String(paid.months) },
      { text: { de: 'Zinsen bis dahin', en: 'Interest until then' }, value: shown(paid.totalInterest) },
    ],
    sources: [REVOLVING.source],
  }
}

function cents(minor: Decimal): number {
  return minor.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}
