/**
 * The one door of the engine: what leaves is worth at least the reserved value.
 *
 * @module
 */
import type { Bid } from './domain.ts'
import type { OutcomeSpace } from './outcome-space.ts'

declare const inside: unique symbol

/** A bid that was checked against space and reserve; nothing else makes one. */
export type InsideReserve = Bid & { readonly [inside]: true }

/** The bid when it is feasible and worth at least `reserved`, otherwise null. */
export function insideReserve(space: OutcomeSpace, bid: Bid, reserved: number): InsideReserve | null {
  const utility = space.utilityOf(bid)
  return utility !== null && utility >= reserved ? (bid as InsideReserve) : null
}
