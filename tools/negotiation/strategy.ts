/**
 * The port of the negotiation engine: pure decisions about typed terms.
 *
 * @module
 */
import type { Limits, Need } from '../mandates/mandate.ts'
import type { DealKind, DealTerms } from '../offers/terms.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { TheirMove } from './counterparty.ts'

/** One earlier exchange: what we sent in a round and what came back. */
export interface Exchange {
  readonly round: number
  readonly ours: { readonly move: 'offer' | 'accept' | 'walk-away'; readonly terms?: DealTerms }
  readonly theirs: TheirMove | null
}

/** What a decision rests on beside the mandate and the moves; recorded with it, so that it can be made again. */
export interface DecisionBasis {
  /** What stands today: the contract to replace or the debt as it is; the public reference point. */
  readonly current: DealTerms | null
  /** The best VERIFIED standing offer of another counterparty in this task, with its expiry. */
  readonly bestStanding: { readonly terms: DealTerms; readonly validUntil: string } | null
  /** Rounds in which we may still bargain, this one included; at 0 what stands may be taken and nothing be asked. */
  readonly turnsLeft: number
  /** ISO instant; only for comparing expiries of standing offers. */
  readonly now: string
}

/** All a strategy may look at. It has no clock and no chance. */
export interface Situation extends DecisionBasis {
  readonly need: Need
  readonly kind: DealKind
  readonly limits: Limits
  readonly history: readonly Exchange[]
}

/** Why a move was made, for customer and reviewer; never for the counterparty. */
export interface MoveReason {
  readonly rule: string
  readonly text: Bilingual
  readonly figures: Readonly<Record<string, string>>
  /** Set when the move is recorded; for replaying it, and never shown. */
  readonly basis?: DecisionBasis
}

export type StrategyMove =
  | { readonly move: 'offer'; readonly terms: DealTerms; readonly because: MoveReason }
  /** Takes their last offer in principle: it becomes a held offer, never a commitment. */
  | { readonly move: 'accept'; readonly terms: DealTerms; readonly because: MoveReason }
  | { readonly move: 'walk-away'; readonly because: MoveReason }

export interface NegotiationStrategy {
  readonly name: string
  decide(situation: Situation): StrategyMove
}
