/**
 * The EU APR of a loan in monthly instalments, from its rate, its term and its fees.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { Explanation } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { aprEu, EU_APR, EU_APR_RULES } from './apr-eu.ts'
import type { AprResult, Jurisdiction } from './apr-result.ts'
import type { Flow } from './flows.ts'
import type { LoanTerms, Schedule } from './loan.ts'
import { existing, likewise, notNegative, refuse, shown } from './ranges.ts'
import { ruleAt } from './rule-at.ts'
import { loanSchedule } from './schedule.ts'
import { SCHEDULE } from './schedule-explanation.ts'

export type LoanAprTerms = LoanTerms & {
  /** Paid, or kept back from the payout, at the start; not part of the principal. */
  readonly originationFee?: Money
  /** A compulsory charge with every payment, such as an account that the credit requires. */
  readonly monthlyFee?: Money
  /** When the contract was concluded; an offer of today unless told. It decides which text is cited. */
  readonly concluded?: Day
  /** Where the APR is shown; Germany (two decimals) unless told. */
  readonly jurisdiction?: Exclude<Jurisdiction, 'US'>
}

export interface LoanApr {
  readonly apr: AprResult
  readonly schedule: Schedule
  /** Interest and fees: all that the loan costs beyond its principal. */
  readonly totalCost: Money
  /** Principal, interest and fees. */
  readonly totalAmount: Money
  readonly explanation: Explanation
}

/**
 * The APR and the total cost of a loan whose schedule is booked to the cent.
 *
 * @throws InvalidInput for terms out of range
 */
export function loanApr(terms: LoanAprTerms): LoanApr {
  const { principal, jurisdiction = 'DE' } = terms
  const none = money(0, principal.currency)
  const { originationFee = none, monthlyFee = none } = terms
  refuse(
    notNegative('originationFee', originationFee),
    likewise('originationFee', originationFee, principal),
    notNegative('monthlyFee', monthlyFee),
    likewise('monthlyFee', monthlyFee, principal),
    terms.concluded === undefined ? null : existing('concluded', terms.concluded),
  )
  const schedule = loanSchedule(terms)
  const flows: Flow[] = [
    { dir: 'advance', amount: principal, t: 0 },
    { dir: 'payment', amount: originationFee, t: 0 },
  ]
  for (const { month, payment } of schedule.rows) {
    const amount = money(payment.minor + monthlyFee.minor, principal.currency)
    flows.push({ dir: 'payment', amount, t: month / 12 })
  }
  const apr = aprEu(flows, jurisdiction)
  const fees = originationFee.minor + monthlyFee.minor * schedule.rows.length
  const totalCost = money(schedule.totalInterest.minor + fees, principal.currency)
  const totalAmount = money(principal.minor + totalCost.minor, principal.currency)
  return { apr, schedule, totalCost, totalAmount, explanation: explain(terms, schedule, { apr, fees, totalCost }) }
}

function explain(
  { principal, concluded }: LoanAprTerms,
  { explanation, rows, totalInterest }: Schedule,
  { apr, fees, totalCost }: { apr: AprResult; fees: number; totalCost: Money },
): Explanation {
  const rule = concluded === undefined ? EU_APR : ruleAt(EU_APR_RULES, concluded, 'concluded')
  const aprText = apr.status === 'ok' ? { value: `${apr.rounded.toFixed()} %` } : {}
  return {
    title: rule.title,
    ruleIds: [rule.id, SCHEDULE.id],
    inputs: { ...explanation.inputs, fees: shown(money(fees, principal.currency)), payments: String(rows.length) },
    steps: [
      { text: { de: 'Zinsen laut Tilgungsplan', en: 'Interest by the schedule' }, value: shown(totalInterest) },
      {
        text: { de: 'Gesamtkosten: Zinsen und Entgelte', en: 'Total cost: interest and fees' },
        value: shown(totalCost),
      },
      {
        text: {
          de: 'Zinssatz, bei dem Auszahlung und alle Zahlungen gleich viel wert sind',
          en: 'The rate at which the payout and all payments are worth the same',
        },
        ...aprText,
      },
    ],
    sources: [rule.source, SCHEDULE.source],
  }
}
