/**
 * The first strategy: concession by time, down to and never past the reservation value.
 *
 * Sources: Faratin, Sierra and Jennings (1998), time-dependent tactics; Baarslag et al. (2013), AC_next.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'
import { moneyCost } from './bid-cost.ts'
import { closingMove } from './closing-move.ts'
import { leverFor } from './lever-for.ts'
import { type ReasonRule, reasonFor } from './move-reasons.ts'
import { plannedPosition } from './planned-position.ts'
import { type Reserve, reserveOf } from './reserve.ts'
import type { Exchange, NegotiationStrategy, Situation, StrategyMove } from './strategy.ts'

/** Offers along one lever per kind of deal; takes what is at least as good as the next own offer. */
export const timeDependent: NegotiationStrategy = { name: 'time-dependent', decide }

function decide(situation: Situation): StrategyMove {
  const { history, turnsLeft } = situation
  const turn = history.length
  if (turnsLeft < 1) return closingMove(situation)
  if (rejections(history) >= 2) return walkAway('rejected', turn)
  const reserve = reserveOf(situation)
  const lever = leverFor(situation)
  const allowed = reserve.lastAllowed(lever)
  const theirs = onTheTable(history)

  const position = allowed === null ? null : plannedPosition({ situation, lever, reserve, allowed })
  const next = position === null ? null : lever.at(position)
  const taken = acceptance(situation, reserve, theirs, next)
  if (taken !== null) return { move: 'accept', terms: taken.terms, because: reasonFor(taken.rule, turn) }
  if (next === null) return walkAway('no-room', turn)
  if (theirs?.final === true) return walkAway('final-too-dear', turn)
  const better = turnsLeft === 1 ? bestEarlier(history, reserve) : null
  if (better !== null) return { move: 'offer', terms: better, because: reasonFor('back-to-their-best', turn) }
  const rule: ReasonRule = turn === 0 ? 'opening' : turnsLeft === 1 ? 'last-offer' : 'concession'
  return { move: 'offer', terms: next, because: reasonFor(rule, turn) }
}

interface OnTheTable {
  readonly terms: DealTerms
  readonly final: boolean
}

/** Their last offer, if their last answer was one; an offer that was answered by another is gone. */
function onTheTable(history: readonly Exchange[]): OnTheTable | null {
  const answer = history.at(-1)?.theirs
  if (answer?.terms === undefined || answer.move === 'reject') return null
  return { terms: answer.terms, final: answer.move === 'final' }
}

function acceptance(
  { turnsLeft }: Situation,
  reserve: Reserve,
  theirs: OnTheTable | null,
  next: DealTerms | null,
): { readonly rule: ReasonRule; readonly terms: DealTerms } | null {
  if (theirs === null || !reserve.beats(theirs.terms)) return null
  const { terms } = theirs
  if (next === null || moneyCost(terms).lte(moneyCost(next))) return { rule: 'as-good-as-next', terms }
  if (theirs.final) return { rule: 'final-offer', terms }
  return turnsLeft === 1 ? { rule: 'last-turn', terms } : null
}

/** The cheapest offer they ever made that may be taken, where it is better than what they say now. */
function bestEarlier(history: readonly Exchange[], reserve: Reserve): DealTerms | null {
  const offers = history.flatMap(({ theirs }) => (theirs?.terms === undefined ? [] : [theirs.terms]))
  const [best] = offers.filter(reserve.beats).sort((a, b) => moneyCost(a).comparedTo(moneyCost(b)))
  return best ?? null
}

function rejections(history: readonly Exchange[]): number {
  const answers = history.map(({ theirs }) => theirs?.move)
  return answers.length - 1 - answers.findLastIndex((move) => move !== 'reject')
}

function walkAway(rule: ReasonRule, turn: number): StrategyMove {
  return { move: 'walk-away', because: reasonFor(rule, turn) }
}
