/**
 * Sides that model us with the engine's own model and concede on a curve: harder to play than the published ones, which
 * have other models.
 *
 * @module
 */
import { type Bid, sumOf } from '../engine/domain.ts'
import { frontierOf } from '../engine/frontier.ts'
import { modelOf } from '../engine/opponent-model.ts'
import { priorOf } from '../engine/opponent-prior.ts'
import type { Party, Seat, Strategy } from './party.ts'

export interface Manner {
  /** Of time: the larger, the later it concedes. */
  readonly exponent: number
  /** How far it comes down at most, as a share of the way from its best to its reserve. */
  readonly depth: number
  /** In its last turn: takes anything above its reserve, or keeps to its curve. */
  readonly lastWord: 'takes-anything' | 'keeps'
}

export function modellingSide(name: string, manner: Manner): Strategy {
  return { name, sit: (seat) => party(seat, manner) }
}

function party({ issues, tables, index, reserved, nSteps }: Seat, { exponent, depth, lastWord }: Manner): Party {
  const prior = priorOf(issues, tables)
  const best = sumOf(tables, index.at(0))
  const received: Bid[] = []
  return {
    turn(step, offer) {
      if (offer !== null) received.push(offer)
      const last = step === nSteps - 1
      const level = best - depth * (best - reserved) * ((step + 1) / (nSteps + 1)) ** exponent
      const utility = offer === null ? null : sumOf(tables, offer)
      if (utility !== null && utility >= reserved) {
        if (utility >= level || (last && lastWord === 'takes-anything')) return { a: 'accept' }
      }
      const frontier = frontierOf(tables, modelOf(prior, received).tables, 256)
      let place = 0
      while (place + 1 < frontier.length && (frontier.ours[place + 1] ?? 0) >= level) place += 1
      const theirBest = received.toSorted((a, b) => sumOf(tables, b) - sumOf(tables, a))[0]
      if (theirBest !== undefined && sumOf(tables, theirBest) >= level) return { a: 'offer', bid: theirBest }
      return { a: 'offer', bid: frontier.bid(place) }
    },
  }
}
