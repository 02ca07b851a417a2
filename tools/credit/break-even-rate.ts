/**
 * The nominal rate at which a new loan costs as much as the old one.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { type Curve, rootBetween } from './root.ts'

const LOWEST = -0.5 // a month
const HIGHEST = 10

/**
 * Solves `A(B, r, n) = A_old - K / n` for the yearly nominal rate r in percent, in double precision.
 *
 * @returns null when the costs leave no instalment to pay, so that no rate is low enough; a negative rate says that
 *   only a lender who pays would be cheap enough
 */
export function breakEvenRate({
  owed,
  months,
  instalment,
  costs,
}: {
  readonly owed: Decimal
  readonly months: number
  readonly instalment: Decimal
  readonly costs: Decimal
}): number | null {
  const target = instalment.minus(costs.dividedBy(months)).dividedBy(owed).toNumber()
  if (target <= 0) return null
  // The present value of n payments of `target` per unit owed, less that unit: smooth through a rate of zero.
  const curve: Curve = (rate) => {
    let value = -1
    let slope = 0
    let discount = 1
    for (let k = 1; k <= months; k++) {
      discount /= 1 + rate
      value += target * discount
      slope -= (k * target * discount) / (1 + rate)
    }
    return { value, slope }
  }
  const root = rootBetween(curve, LOWEST, HIGHEST, 0.005)
  return root === null ? null : root * 1200
}
