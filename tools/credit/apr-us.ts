/**
 * The annual percentage rate of US Regulation Z, by the actuarial method.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'
import type { Money } from '../shared/money.ts'
import { type AprResult, aprResult } from './apr-result.ts'
import { existing, positive, refuse } from './ranges.ts'
import { type Curve, rootBetween, rootsBetween } from './root.ts'
import { type UnitPeriod, unitPeriods, unitPeriodsPerYear } from './unit-period.ts'

export const US_APR: Rule = {
  id: 'us.reg-z.appendix-j',
  title: { de: 'APR nach US-Regulation Z', en: 'APR by US Regulation Z' },
  source: '12 CFR Part 1026 Appendix J; 12 CFR 1026.22(a)',
  validFrom: '1980-03-31',
  validTo: null,
}

/** An amount on a day. */
export interface Dated {
  readonly date: Day
  readonly amount: Money
}

interface Term {
  readonly amount: number
  readonly t: number
  readonly f: number
}

/**
 * Solves `sum of advances = sum of payments`, each divided by `(1 + f i)(1 + i)^t`, for the rate per unit-period; the
 * APR is that rate times the unit-periods of a year: nominal, not effective, in percent, two decimals.
 *
 * @param unitPeriod the most frequent interval of the transaction, at most a year; of a single payment within a year
 *   the term itself
 * @throws InvalidInput when there is no advance or payment, an amount is not positive, or a day lies before the first
 *   advance or does not exist
 */
export function aprUs({
  advances,
  payments,
  unitPeriod,
}: {
  advances: readonly Dated[]
  payments: readonly Dated[]
  unitPeriod: UnitPeriod
}): AprResult {
  const start = requireDated(advances, payments)
  const count = unitPeriod.kind === 'semimonth' ? 1 : unitPeriod.count
  if (!Number.isInteger(count) || count < 1 || count > 366) {
    throw new InvalidInput([{ path: 'unitPeriod.count', reason: 'must be a whole number of at most one year' }])
  }
  const term = ({ date, amount }: Dated, sign: 1 | -1): Term => ({
    amount: sign * amount.minor,
    ...unitPeriods(start, date, unitPeriod),
  })
  const terms = [...advances.map((flow) => term(flow, 1)), ...payments.map((flow) => term(flow, -1))]
  const yearly = unitPeriodsPerYear(unitPeriod) * 100
  return aprResult(
    ratesPerUnitPeriod(terms).map((rate) => rate * yearly),
    'US',
  )
}

const LOWEST = -0.99
const USUAL_HIGHEST = 10
const HIGHEST = 1e12
const GRID = 0.01

function ratesPerUnitPeriod(terms: readonly Term[]): readonly number[] {
  const curve = presentValue(terms)
  const free = terms.reduce((sum, { amount }) => sum + amount, 0) === 0
  const lastAdvance = Math.max(...terms.map(({ amount, t, f }) => (amount > 0 ? t + f : 0)))
  const ordered = terms.every(({ amount, t, f }) => amount > 0 || t + f >= lastAdvance)
  if (ordered) {
    if (free) return [0] // advances before payments have one root, and with nothing to pay for it is zero
    let high = 1
    while (high < HIGHEST && curve(high).value < 0) high *= 4
    const root = rootBetween(curve, LOWEST, high, 0.01)
    return root === null ? [] : [root]
  }
  const roots = rootsBetween(curve, LOWEST, USUAL_HIGHEST, GRID)
  return free ? [0, ...roots.filter((root) => Math.abs(root) > 1e-9)] : roots
}

function presentValue(terms: readonly Term[]): Curve {
  const largest = Math.max(...terms.map(({ amount }) => Math.abs(amount)))
  return (rate) => {
    let value = 0
    let slope = 0
    for (const { amount, t, f } of terms) {
      const simple = 1 + f * rate
      const worth = amount / (simple * (1 + rate) ** t)
      value += worth
      slope -= worth * (f / simple + t / (1 + rate))
    }
    return { value: value / largest, slope: slope / largest }
  }
}

function requireDated(advances: readonly Dated[], payments: readonly Dated[]): Day {
  refuse(
    advances.length > 0 ? null : { path: 'advances', reason: 'must hold the credit that is advanced' },
    payments.length > 0 ? null : { path: 'payments', reason: 'must hold the payments' },
  )
  const all = [
    ...advances.map((flow, index) => ({ flow, path: `advances[${index}]` })),
    ...payments.map((flow, index) => ({ flow, path: `payments[${index}]` })),
  ]
  refuse(
    ...all.flatMap(({ flow, path }) => [existing(`${path}.date`, flow.date), positive(`${path}.amount`, flow.amount)]),
  )
  const start = advances.map(({ date }) => date).sort()[0] ?? ''
  const currency = advances[0]?.amount.currency
  refuse(
    ...all.flatMap(({ flow, path }) => [
      flow.date >= start ? null : { path: `${path}.date`, reason: 'must not be before the first advance' },
      flow.amount.currency === currency ? null : { path: `${path}.amount`, reason: `must be in ${currency}` },
    ]),
  )
  return start
}
