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
  const { talk, bestReceived, sent, endgame, nash } = view
  const { best } = talk.space
  const most = Math.min(best, sent.at(-1)?.utility ?? best)
  const floor = Math.max(floorOf(view), bestReceived?.utility ?? Number.NEGATIVE_INFINITY)
  // Until the last turns nothing below the Nash point is offered, so that a reserve below it has nothing to show in.
  const held = endgame || talk.settings.concealment === 'off' ? floor : Math.max(floor, nash)
  const least = Math.min(best, held)
  return { least: Math.min(least, most), most }
}

/** What no deal counts as. */
export function floorOf({ talk, endgame, reserved, publicFloor }: Survey): number {
  return endgame || talk.settings.concealment === 'off' ? reserved : publicFloor
}
