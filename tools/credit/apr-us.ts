/**
 * The annual percentage rate of US Regulation Z, by the actuarial method.
 *
 * @module
 */
import { InvalidInput } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'
import { type AprResult, aprResult } from './apr-result.ts'
import { type Dated, requireDated } from './dated.ts'
import { type Curve, rootBetween, rootsBetween } from './root.ts'
import { type UnitPeriod, unitPeriods, unitPeriodsPerYear } from './unit-period.ts'

export const US_APR: Rule = {
  id: 'us.reg-z.appendix-j',
  title: { de: 'APR nach US-Regulation Z', en: 'APR by US Regulation Z' },
  source: '12 CFR Part 1026 Appendix J; 12 CFR 1026.22(a)',
  validFrom: '1980-03-31',
  validTo: null,
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
/** How far `(1 + i)^-t` may grow at the lowest rate: e^460 is about 1e200, well within a double. */
const MAX_GROWTH = 460
const USUAL_HIGHEST = 10
const HIGHEST = 1e12
const GRID = 0.01

function ratesPerUnitPeriod(terms: readonly Term[]): readonly number[] {
  const curve = presentValue(terms)
  const free = terms.reduce((sum, { amount }) => sum + amount, 0) === 0
  const lastAdvance = Math.max(...terms.map(({ amount, t, f }) => (amount > 0 ? t + f : 0)))
  const longest = Math.max(1, ...terms.map(({ t }) => t + 1))
  const lowest = Math.max(LOWEST, Math.expm1(-MAX_GROWTH / longest))
  const ordered = terms.every(({ amount, t, f }) => amount > 0 || t + f >= lastAdvance)
  if (ordered) {
    if (free) return [0] // advances before payments have one root, and with nothing to pay for it is zero
    let high = 1
    while (high < HIGHEST && curve(high).value < 0) high *= 4
    const root = rootBetween(curve, lowest, high, 0.01)
    return root === null ? [] : [root]
  }
  const roots = rootsBetween(curve, lowest, USUAL_HIGHEST, GRID)
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
