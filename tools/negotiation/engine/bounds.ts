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
  const { talk, bestReceived, sent, received, endgame, nash } = view
  const { best } = talk.space
  const most = Math.min(best, sent.at(-1)?.utility ?? best)
  const floor = Math.max(floorOf(view), bestReceived?.utility ?? Number.NEGATIVE_INFINITY)
  // Until the last turns nothing below the Nash point is offered, so that a reserve below it has nothing to show in.
  const held = endgame || talk.settings.concealment === 'off' ? floor : Math.max(floor, nash)
  // Before they have spoken nothing is known that speaks for giving way.
  const opening = received.length === 0 && !endgame ? nash + OPENING * (best - nash) : held
  const least = Math.min(best, Math.max(held, opening))
  return { least: Math.min(least, most), most }
}

/** Where an opening lies at least, on the way from the Nash point to our best. */
const OPENING = 0.5

/** What no deal counts as. */
export function floorOf({ talk, endgame, reserved, publicFloor }: Survey): number {
  return endgame || talk.settings.concealment === 'off' ? reserved : publicFloor
}
