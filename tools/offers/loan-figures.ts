/**
 * What a loan on given terms costs the customer: instalment, total and effective rate, from the terms alone.
 *
 * @module
 */
import { aprEu, EU_APR } from '../credit/apr-eu.ts'
import type { Flow } from '../credit/flows.ts'
import type { ScheduleRow } from '../credit/loan.ts'
import { loanSchedule } from '../credit/schedule.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation } from '../shared/explanation.ts'
import { add, type Currency, type Money, parseMoney, subtract, toDecimalString } from '../shared/money.ts'
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
 * Source of the effective rate: PAngV annex, Directive (EU) 2023/2225 Annex III.
 * @throws InvalidInput when a term or rate is out of range
 */
export function loanFigures(terms: LoanTerms, amount: Money): LoanFigures {
  if (terms.currency !== amount.currency) {
    throw new InvalidInput([{ path: 'currency', reason: `must be ${amount.currency}, the currency compared in` }])
  }
  const fee = parseMoney(terms.originationFee, terms.currency as Currency, 'originationFee')
  const schedule = loanSchedule({
    principal: amount,
    nominalRatePercent: terms.nominalRatePercent,
    months: terms.termMonths,
  })
  const flows: Flow[] = [
    { dir: 'advance', amount, t: 0 },
    { dir: 'payment', amount: fee, t: 0 },
    ...schedule.rows.map((row): Flow => ({ dir: 'payment', amount: row.payment, t: row.month / 12 })),
  ]
  const apr = aprEu(flows, 'DE')
  const total = add(schedule.totalPaid, fee)
  const effectiveRatePercent = apr.status === 'ok' ? apr.rounded.toFixed(2) : null
  return {
    monthly: schedule.instalment,
    total,
    cost: subtract(total, amount),
    effectiveRatePercent,
    rows: schedule.rows,
    explanation: {
      title: { de: 'Kosten des Kredits', en: 'Cost of the loan' },
      ruleIds: [...schedule.explanation.ruleIds, EU_APR.id],
      inputs: {
        amount: `${toDecimalString(amount)} ${amount.currency}`,
        nominalRatePercent: terms.nominalRatePercent,
        termMonths: String(terms.termMonths),
        originationFee: toDecimalString(fee),
      },
      steps: [
        ...schedule.explanation.steps,
        {
          text: { de: 'Alle Raten und die Gebühr zusammen', en: 'All instalments and the fee together' },
          value: `${toDecimalString(total)} ${total.currency}`,
        },
        {
          text: {
            de: 'Effektiver Jahreszins: der Zins, bei dem Auszahlung und alle Zahlungen gleich viel wert sind',
            en: 'Effective rate (APR): the rate at which the payout and all payments are worth the same',
          },
          value: effectiveRatePercent === null ? '–' : `${effectiveRatePercent} %`,
        },
      ],
      sources: [...schedule.explanation.sources, 'PAngV § 16, annex; Directive (EU) 2023/2225 Annex III'],
    },
  }
}
