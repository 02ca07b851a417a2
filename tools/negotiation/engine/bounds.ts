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
 * Never below the best they offered, never above our last offer: an offer of ours is not taken back. The floor is the
 * reserve in the last turns and a public point before, so that the reserve shows in nothing until then.
 */
export function mayOffer(view: Survey): Bounds {
  const { talk, bestReceived, sent } = view
  const { best } = talk.space
  const most = Math.min(best, sent.at(-1)?.utility ?? best)
  const least = Math.min(best, Math.max(floorOf(view), bestReceived?.utility ?? Number.NEGATIVE_INFINITY))
  return { least: Math.min(least, most), most }
}

/** What no deal counts as. */
export function floorOf({ talk, endgame, reserved, publicFloor }: Survey): number {
  return endgame || talk.settings.concealment === 'off' ? reserved : publicFloor
}
