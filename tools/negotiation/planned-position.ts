/**
 * How far to concede at a turn: a curve through public points, bounded by the reserve.
 *
 * @module
 */
import { moneyCost } from './bid-cost.ts'
import { type Lever, lastPosition } from './lever.ts'
import type { Reserve } from './reserve.ts'
import type { Situation } from './strategy.ts'

/** How late we give way with few turns and opposed interests (negotiation reference 3.4, measured for ten rounds). */
const LATENESS = 0.6
/** Where we expect to meet: half-way from the first ask to the public reference. */
const MEETING = 0.5
/** The share of the room behind the meeting point that is kept back in the last turn. */
const KEPT_IN_LAST_TURN = 0.2
/** A first ask that the limits do not allow moves this far from the floor to the limit. */
const TIGHT_START = 0.85

/**
 * The position of our next offer, never better for them than what the mandate allows (`allowed`).
 *
 * Until the last turn it lies between two points that come from public figures, so that our offers tell nothing of
 * the reservation value, unless that is tighter than the meeting point. It never moves back: an offer of ours that is
 * open is not worsened, also when a standing offer elsewhere has raised the reserve.
 */
export function plannedPosition({
  situation,
  lever,
  reserve,
  allowed,
}: {
  readonly situation: Situation
  readonly lever: Lever
  readonly reserve: Reserve
  readonly allowed: number
}): number {
  const { history, turnsLeft } = situation
  const start = Math.min(lever.start, lever.floor + Math.floor((allowed - lever.floor) * TIGHT_START))
  const meeting = Math.min(allowed, Math.round(start + MEETING * (lever.reference - start)))
  const time = history.length / (history.length + turnsLeft)
  const curve =
    turnsLeft === 1
      ? Math.max(meeting, Math.round(meeting + (1 - KEPT_IN_LAST_TURN) * (allowed - meeting)))
      : Math.round(start + (meeting - start) * time ** (1 / LATENESS))
  const raised = situation.bestStanding === null ? allowed : (reserve.lastBeating(lever) ?? lever.floor)
  const before = ownLast(situation, lever, allowed)
  return Math.max(before ?? Math.min(start, raised), Math.min(curve, raised))
}

/** The position of our own last offer: the largest at which the lever is no dearer than what we offered. */
function ownLast({ history }: Situation, lever: Lever, allowed: number): number | null {
  const own = history.findLast(({ ours }) => ours.move === 'offer' && ours.terms !== undefined)?.ours.terms
  if (own === undefined) return null
  const cost = moneyCost(own)
  const position = lastPosition(lever, (terms) => moneyCost(terms).lte(cost))
  return position === null ? null : Math.min(position, allowed)
}
