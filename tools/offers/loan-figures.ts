/**
 * What a loan on given terms costs the customer: instalment, total and effective rate, from the terms alone.
 *
 * @module
 */
import type { ScheduleRow } from '../credit/loan.ts'
import { loanApr } from '../credit/loan-apr.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation } from '../shared/explanation.ts'
import { type Money, parseMoney, toDecimalString } from '../shared/money.ts'
import type { LoanTerms } from './terms.ts'

export interface LoanFigures {
  readonly monthly: Money
  /** All instalments and the fee: what leaves the customer's account. */
  readonly total: Money
  /** Interest and fee: what the loan costs beyond the money it brings. */
  readonly cost: Money
  /** EU APR in percent with two decimals; null where the flows have no single root. */
  readonly effectiveRatePercent: string | null
  /** Month by month, without the fee. */
  readonly rows: readonly ScheduleRow[]
  readonly explanation: Explanation
}

/**
 * The figures of a loan of `amount`, which may differ from the amount it was quoted for: the rate, term and fee are kept.
 *
 * @throws InvalidInput when a term or rate is out of range
 */
export function loanFigures(terms: LoanTerms, amount: Money): LoanFigures {
  if (terms.currency !== amount.currency) {
    throw new InvalidInput([{ path: 'currency', reason: `must be ${amount.currency}, the currency compared in` }])
  }
  const { apr, schedule, totalCost, totalAmount, explanation } = loanApr({
    principal: amount,
    nominalRatePercent: terms.nominalRatePercent,
    months: terms.termMonths,
    originationFee: parseMoney(terms.originationFee, amount.currency, 'originationFee'),
  })
  return {
    monthly: schedule.instalment,
    total: totalAmount,
    cost: totalCost,
    effectiveRatePercent: apr.status === 'ok' ? apr.rounded.toFixed(2) : null,
    rows: schedule.rows,
    explanation: withSchedule(explanation, schedule.explanation, totalAmount),
  }
}

/** The instalment and the total are figures as well: they need their steps beside the rate's. */
function withSchedule(rate: Explanation, schedule: Explanation, total: Money): Explanation {
  return {
    ...rate,
    title: { de: 'Kosten des Kredits', en: 'Cost of the loan' },
    ruleIds: [...new Set([...schedule.ruleIds, ...rate.ruleIds])],
    inputs: { ...schedule.inputs, ...rate.inputs },
    steps: [
      ...schedule.steps,
      {
        text: { de: 'Alle Raten und Entgelte zusammen', en: 'All instalments and fees together' },
        value: `${toDecimalString(total)} ${total.currency}`,
      },
      ...rate.steps,
    ],
    sources: [...new Set([...schedule.sources, ...rate.sources])],
  }
}
