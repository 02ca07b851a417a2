/**
 * The small interface that every side of a simulated negotiation stands behind.
 *
 * @module
 */
import type { BidIndex } from '../engine/bid-index.ts'
import type { Bid, Issue, Preferences, Tables } from '../engine/domain.ts'

export type Move = { readonly a: 'accept' } | { readonly a: 'offer'; readonly bid: Bid } | { readonly a: 'end' }

/** One side's part of one negotiation. `step` is the shared round from 0; `offer` is the other side's last offer. */
export interface Party {
  turn(step: number, offer: Bid | null): Move | Promise<Move>
}

/** What a side is told before a negotiation: its own preferences only. */
export interface Seat {
  readonly issues: readonly Issue[]
  readonly preferences: Preferences
  readonly tables: Tables
  readonly reserved: number
  readonly nSteps: number
  readonly index: BidIndex
  readonly seed: number
}

export interface Strategy {
  readonly name: string
  sit(seat: Seat): Party
}
