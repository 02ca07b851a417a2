/**
 * The offer we would make now.
 *
 * @module
 */

import { type Bid, codeOf } from './domain.ts'
import { byBeliefs } from './offer-by-beliefs.ts'
import { byCurve } from './offer-by-curve.ts'
import type { Survey } from './survey.ts'

export type OfferRule = 'plan' | 'curve' | 'their-best-again' | 'held' | 'nothing-can-follow'

export interface NextOffer {
  readonly bid: Bid
  readonly utility: number
  readonly rule: OfferRule
  /** The least this turn asks for. */
  readonly target: number
  /** What going on is expected to be worth. */
  readonly worth: number
}

/** Null when nothing inside the reserve can be said. */
export function nextOffer(view: Survey): NextOffer | null {
  const planned = view.talk.settings.plan === 'beliefs' ? byBeliefs(view) : byCurve(view)
  return planned === null ? null : held(view, planned)
}

/** Gives way only as they do: without a new offer of theirs, the last one of ours is said again. */
function held(view: Survey, planned: NextOffer): NextOffer {
  const { sent, received, talk, endgame } = view
  const last = sent.at(-1)
  if (talk.settings.reciprocity === 'off' || endgame || last === undefined) return planned
  if (planned.utility >= last.utility || last.utility < view.reserved) return planned
  const steps = new Set(sent.map(({ utility }) => Math.round(utility * 1e6))).size
  const theirs = new Set(received.map(({ bid }) => codeOf(talk.space.sizes, bid))).size
  const patience = talk.nSteps >= 50 ? 3 : 2
  return steps > theirs + patience ? { ...planned, bid: last.bid, utility: last.utility, rule: 'held' } : planned
}
