/**
 * The winner of the 2011 competition: holds out near its best until the very end, and never falls below a fixed share
 * of it, whatever its own reserve.
 *
 * Source: van Krimpen, Looije and Hajizadeh (2013), HardHeaded: concession 0.05 + 0.95 t^20 of the way from 1 to 0.585,
 * offers chosen by a frequency model, and taking what is better than its lowest offer or as good as its next.
 *
 * @module
 */
import { type Bid, sumOf } from '../engine/domain.ts'
import { frontierOf } from '../engine/frontier.ts'
import { modelOf } from '../engine/opponent-model.ts'
import { priorOf } from '../engine/opponent-prior.ts'
import type { Party, Seat, Strategy } from './party.ts'

const FIRST_STEP = 0.05
const EXPONENT = 20
const LEAST_SHARE = 0.585

export const hardHeaded: Strategy = { name: 'hard-headed', sit }

function sit({ issues, tables, index, reserved, nSteps }: Seat): Party {
  const prior = priorOf(issues, tables)
  const best = sumOf(tables, index.at(0))
  const least = Math.min(best, Math.max(reserved, LEAST_SHARE * best))
  const received: Bid[] = []
  let lowest = Number.POSITIVE_INFINITY
  return {
    turn(step, offer) {
      if (offer !== null) received.push(offer)
      const time = (step + 1) / (nSteps + 1)
      const level = best - (FIRST_STEP + (1 - FIRST_STEP) * time ** EXPONENT) * (best - least)
      const frontier = frontierOf(tables, modelOf(prior, received).tables, 256)
      let place = 0
      while (place + 1 < frontier.length && (frontier.ours[place + 1] ?? 0) >= level) place += 1
      const theirBest = received.toSorted((a, b) => sumOf(tables, b) - sumOf(tables, a))[0]
      const again = theirBest !== undefined && sumOf(tables, theirBest) >= level
      const bid = again ? theirBest : frontier.bid(place)
      const next = sumOf(tables, bid)
      const utility = offer === null ? Number.NEGATIVE_INFINITY : sumOf(tables, offer)
      if (utility > lowest || utility >= next) return { a: 'accept' }
      lowest = Math.min(lowest, next)
      return { a: 'offer', bid }
    },
  }
}
