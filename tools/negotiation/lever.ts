/**
 * One number to bargain with: terms along a line, from good to bad for the customer.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'

/**
 * Positions are whole numbers; a higher one costs the customer more. All that is fixed here comes from what both
 * sides know or may know (the present terms, public figures), never from the reservation value.
 */
export interface Lever {
  /** The best that can be written down. */
  readonly floor: number
  /** What we ask for first. */
  readonly start: number
  /** The public reference: the present terms, or what is usual. */
  readonly reference: number
  /** The worst that can be written down. */
  readonly end: number
  at(position: number): DealTerms
}

/** The largest position at which `holds` is true; it is true up to a point and false behind it. */
export function lastPosition(lever: Lever, holds: (terms: DealTerms) => boolean): number | null {
  if (!holds(lever.at(lever.floor))) return null
  let low = lever.floor
  let high = lever.end
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(lever.at(middle))) low = middle
    else high = middle - 1
  }
  return low
}
