/**
 * Plays one negotiation by alternating offers.
 *
 * @module
 */
import { type Bid, isBid } from '../engine/domain.ts'
import type { Move, Party } from './party.ts'

export interface Played {
  readonly agreement: Bid | null
  /** The round of the agreement or of the end. */
  readonly step: number
  /** Every offer in order. */
  readonly offers: readonly { readonly step: number; readonly side: 0 | 1; readonly bid: Bid }[]
  /** How often each side was asked for a move. */
  readonly turns: readonly [number, number]
}

/** @param opens which side speaks first in each round */
export async function play(
  parties: readonly [Party, Party],
  sizes: readonly number[],
  nSteps: number,
  opens: 0 | 1,
): Promise<Played> {
  const offers: { step: number; side: 0 | 1; bid: Bid }[] = []
  const turns: [number, number] = [0, 0]
  let onTable: Bid | null = null
  for (let step = 0; step < nSteps; step += 1) {
    for (const side of opens === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      turns[side] += 1
      const answer: Move | Promise<Move> = parties[side].turn(step, onTable)
      const move: Move = answer instanceof Promise ? await answer : answer
      if (move.a === 'accept') return { agreement: onTable, step, offers, turns }
      if (move.a === 'end' || !isBid(sizes, move.bid)) return { agreement: null, step, offers, turns }
      onTable = move.bid
      offers.push({ step, side, bid: move.bid })
    }
  }
  return { agreement: null, step: nSteps, offers, turns }
}
