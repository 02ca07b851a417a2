/**
 * What is chosen to be offered, by which rule, and what was weighed.
 *
 * @module
 */
import type { Bid } from './domain.ts'

export type OfferRule =
  | 'plan'
  | 'curve'
  | 'step-for-step'
  | 'their-best-again'
  | 'held'
  | 'reserve-wins'
  | 'nothing-can-follow'

export interface NextOffer {
  readonly bid: Bid
  readonly utility: number
  readonly rule: OfferRule
  /** The least this turn asks for. */
  readonly target: number
  /** What going on is expected to be worth. */
  readonly worth: number
}
