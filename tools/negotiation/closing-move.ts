/**
 * What is left to do when all turns for bargaining are spent: taking what they still stand by.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'
import { moneyCost } from './bid-cost.ts'
import { reasonFor } from './move-reasons.ts'
import { reserveOf } from './reserve.ts'
import type { Situation, StrategyMove } from './strategy.ts'

/** Who would not hold twice what was taken is not asked a third time. */
export const MOST_TRIES = 2

/**
 * Takes the best offer that lies on the table or that they verifiably still hold, where it beats the reserve and what
 * stands elsewhere; walks away otherwise. Taking asks for nothing, so it is not one of the turns.
 */
export function closingMove(situation: Situation): StrategyMove {
  const turn = situation.history.length
  const best = timesTaken(situation.history) < MOST_TRIES ? bestStillOpen(situation) : null
  if (best === null) return { move: 'walk-away', because: reasonFor('turns-over', turn) }
  return { move: 'accept', terms: best, because: reasonFor('closing', turn) }
}

/** How often we took what they did not hold then. */
export function timesTaken(history: Situation['history']): number {
  return history.filter(({ ours }) => ours.move === 'accept').length
}

/** The cheapest of their offers that may be taken: the last one, and earlier ones that carry an id and still run. */
export function bestStillOpen(situation: Situation): DealTerms | null {
  const { history, now } = situation
  const reserve = reserveOf(situation)
  const refused = history.flatMap(({ ours, theirs }) =>
    ours.move === 'accept' && ours.terms !== undefined && theirs !== null ? [moneyCost(ours.terms)] : [],
  )
  const open = history.flatMap(({ theirs }, index): readonly DealTerms[] => {
    if (theirs?.terms === undefined || theirs.move === 'reject') return []
    const held = theirs.offerId !== undefined && theirs.validUntil !== undefined && theirs.validUntil > now
    return held || index === history.length - 1 ? [theirs.terms] : []
  })
  const [best] = open
    // What they would not hold when we took it is not tried again.
    .filter((terms) => reserve.beats(terms) && !refused.some((cost) => cost.eq(moneyCost(terms))))
    .sort((a, b) => moneyCost(a).comparedTo(moneyCost(b)))
  return best ?? null
}
