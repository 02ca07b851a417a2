/**
 * How long a card or revolving credit takes when only the minimum is paid, and what ends it sooner.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { cents } from './cents.ts'
import { paymentToFinishIn } from './finish-in.ts'
import { likewise, notNegative, percent, positive, type Rate, refuse, shown } from './ranges.ts'
import { simulate } from './revolving-run.ts'

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

/** What to pay each month to be done within so many months. */
export interface Finish {
  readonly months: number
  readonly payment: Money
  readonly totalInterest: Money
}

/** The way to the last payment, or `never` with the month whose minimum does not exceed its interest. */
export type Payoff = { readonly finishIn: readonly Finish[] } & (
  | {
      readonly kind: 'paid-off'
      readonly months: number
      readonly totalInterest: Money
      readonly totalPaid: Money
      readonly explanation: Explanation
    }
  | { readonly kind: 'never'; readonly interest: Money; readonly payment: Money }
)

const FINISH_IN_MONTHS = [12, 24, 36]

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
  const finishIn = FINISH_IN_MONTHS.map((months) => ({
    months,
    ...paymentToFinishIn({ balance, nominalRatePercent, months }),
  }))
  const { months, totalInterest, stuck } = simulate(balance, nominalRatePercent, payment)
  if (stuck !== null) {
    const { currency } = balance
    return { kind: 'never', finishIn, interest: money(stuck.interest, currency), payment: money(stuck.paid, currency) }
  }
  const totalPaid = money(balance.minor + totalInterest.minor, balance.currency)
  return {
    kind: 'paid-off',
    finishIn,
    months,
    totalInterest,
    totalPaid,
    explanation: explain(credit, { months, totalInterest }),
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
