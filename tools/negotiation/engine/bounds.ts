/**
 * Between which utilities our next offer may lie.
 *
 * @module
 */
import type { Survey } from './survey.ts'

export interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * Never below the reserve or the best they offered, never above our last offer: an offer of ours is not taken back.
 * Null when not even our best is worth the reserve.
 */
export function mayOffer({ talk, reserved, bestReceived, sent }: Survey): Bounds | null {
  const best = talk.space.best
  if (best < reserved) return null
  const least = Math.min(best, Math.max(reserved, bestReceived?.utility ?? reserved))
  return { least, most: Math.max(least, Math.min(best, sent.at(-1)?.utility ?? best)) }
}

/** What no deal counts as: the reserve in the last turns, a public point before them. */
export function floorOf({ talk, endgame, reserved, publicFloor }: Survey): number {
  return endgame || talk.settings.concealment === 'off' ? reserved : publicFloor
}
