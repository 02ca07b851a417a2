/**
 * Why a move was made, complete enough to be made again.
 *
 * @module
 */
import { termsHash } from '../../shared/terms-hash.ts'
import type { AcceptRule } from './acceptance.ts'
import { type Bid, sumOf } from './domain.ts'
import type { NextOffer, OfferRule } from './offer-choice.ts'
import type { Survey } from './survey.ts'

/** For customer and reviewer; it never travels to the counterparty, and holds no reserve before the last turns. */
export interface MoveRecord {
  readonly step: number
  readonly move: 'offer' | 'accept' | 'end'
  readonly rule: OfferRule | AcceptRule | 'nothing-inside-reserve'
  readonly bid: Bid | null
  /** Our utility of the bid, and what the model says it is worth to them. */
  readonly utility: number | null
  readonly theirs: number | null
  /** The least this turn asks for, what going on is expected to be worth, and the Nash target. */
  readonly target: number | null
  readonly worth: number | null
  readonly nash: number
  /** How many efficient bids there were, and the bid's place among them, from our best. */
  readonly candidates: number
  readonly place: number | null
  /** What they seem to value, per issue. */
  readonly weights: readonly number[]
  readonly bestReceived: number | null
  readonly offersLeft: number
}

export function recordOf(
  view: Survey,
  made: {
    readonly move: MoveRecord['move']
    readonly rule: MoveRecord['rule']
    readonly bid: Bid | null
    readonly next: NextOffer | null
  },
): MoveRecord {
  const { frontier, model, talk } = view
  const utility = made.bid === null ? null : talk.space.utilityOf(made.bid)
  let place: number | null = null
  if (utility !== null) {
    place = 0
    while (place < frontier.length && (frontier.ours[place] ?? 0) > utility) place += 1
  }
  return {
    step: view.step,
    move: made.move,
    rule: made.rule,
    bid: made.bid,
    utility: rounded(utility),
    theirs: made.bid === null ? null : rounded(sumOf(model.tables, made.bid)),
    target: rounded(made.next?.target ?? null),
    worth: rounded(made.next?.worth ?? null),
    nash: rounded(view.nash) ?? 0,
    candidates: frontier.length,
    place,
    weights: model.weights.map((weight) => rounded(weight) ?? 0),
    bestReceived: rounded(view.bestReceived?.utility ?? null),
    offersLeft: view.offersLeft,
  }
}

/** The fingerprint by which a replay shows that it decided alike. */
export function recordHash(record: MoveRecord): string {
  return termsHash(record)
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e9) / 1e9
}
