/**
 * By how much the one-off costs of a loan fall when it is repaid early (§ 501 BGB; CJEU C-383/18 Lexitor).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import type { Schedule } from './loan.ts'
import { notNegative, refuse, whole } from './ranges.ts'

export const COST_REDUCTION: Rule = {
  id: 'de.bgb.501',
  title: { de: 'Kostenermäßigung bei vorzeitiger Rückzahlung', en: 'Reduction of costs on early repayment' },
  source: '§ 501 Abs. 1 BGB; CJEU 11.09.2019 C-383/18 (Lexitor)',
  validFrom: '2010-06-11',
  validTo: null,
}

/** The law asks for a pro-rata share and names no method: by time, or by the interest each month would have borne. */
export type ReductionMethod = 'linear' | 'interest-weighted'

/** The part of a one-off cost that falls away. @throws InvalidInput when the month lies outside the schedule */
export function costReduction({
  cost,
  schedule,
  monthsPaid,
  method,
}: {
  readonly cost: Money
  readonly schedule: Schedule
  readonly monthsPaid: number
  readonly method: ReductionMethod
}): Money {
  const months = schedule.rows.length
  refuse(notNegative('cost', cost), whole('monthsPaid', monthsPaid, 0, months))
  const byTime = new Decimal(months - monthsPaid).dividedBy(months)
  const total = schedule.totalInterest.minor
  const share =
    method === 'linear' || total === 0
      ? byTime
      : new Decimal(residualInterest(schedule, monthsPaid).minor).dividedBy(total)
  return fromDecimal(toDecimal(cost).times(share), cost.currency)
}

/** The interest of a schedule that is still to come after a number of months. */
export function residualInterest(schedule: Schedule, monthsPaid: number): Money {
  refuse(whole('monthsPaid', monthsPaid, 0, schedule.rows.length))
  const minor = schedule.rows.slice(monthsPaid).reduce((sum, { interest }) => sum + interest.minor, 0)
  return { ...schedule.totalInterest, minor }
}
