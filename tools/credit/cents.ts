/**
 * Rounding inside a schedule, whose every booking is whole cents.
 *
 * @module
 */
import { Decimal } from 'decimal.js'

/** An amount in minor units, rounded half up to a whole one. */
export function cents(minor: Decimal): number {
  return minor.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
}
