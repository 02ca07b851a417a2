/**
 * What solving for an annual percentage rate can come to, and how the rate is rounded where.
 *
 * @module
 */
import { Decimal } from 'decimal.js'

/** Where the rate is shown: Germany rounds to two decimals, the US discloses two, everybody else rounds to one. */
export type Jurisdiction = 'DE' | 'EU' | 'UK' | 'US'

/**
 * A rate in percent. `exact` is unrounded, `rounded` is what may be shown. With several roots both are of the root
 * nearest zero and `roots` lists all: no figure of such flows may be shown as *the* APR. Without a root (above -99 %)
 * both are null.
 */
export type AprResult =
  | { readonly status: 'ok'; readonly exact: number; readonly rounded: Decimal }
  | {
      readonly status: 'multiple_roots'
      readonly exact: number
      readonly rounded: Decimal
      readonly roots: readonly number[]
    }
  | { readonly status: 'no_root'; readonly exact: null; readonly rounded: null }

const DECIMALS: Readonly<Record<Jurisdiction, number>> = { DE: 2, EU: 1, UK: 1, US: 2 }

/** Digits of a root that are certain: what lies beyond is noise of the arithmetic and must not tip a half. */
const CERTAIN_DIGITS = 12

/** The rate as the jurisdiction shows it: half up, from the unrounded value, once. */
export function roundRate(percent: number, jurisdiction: Jurisdiction): Decimal {
  const certain = new Decimal(percent.toPrecision(CERTAIN_DIGITS))
  return certain.toDecimalPlaces(DECIMALS[jurisdiction], Decimal.ROUND_HALF_UP)
}

/** The result for the roots found, in percent. */
export function aprResult(roots: readonly number[], jurisdiction: Jurisdiction): AprResult {
  const [nearest, ...others] = roots.toSorted((a, b) => Math.abs(a) - Math.abs(b))
  if (nearest === undefined) return { status: 'no_root', exact: null, rounded: null }
  const rounded = roundRate(nearest, jurisdiction)
  if (others.length === 0) return { status: 'ok', exact: nearest, rounded }
  return { status: 'multiple_roots', exact: nearest, rounded, roots: roots.toSorted((a, b) => a - b) }
}
