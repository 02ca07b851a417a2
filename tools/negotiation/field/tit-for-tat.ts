/**
 * Sides that give as they are given.
 *
 * Source: Faratin, Sierra and Jennings (1998), behaviour-dependent tactics; Baarslag et al. (2013), nice tit for tat.
 *
 * @module
 */
import { type Bid, sumOf } from '../engine/domain.ts'
import { frontierOf } from '../engine/frontier.ts'
import { modelOf } from '../engine/opponent-model.ts'
import { priorOf } from '../engine/opponent-prior.ts'
import type { Party, Seat, Strategy } from './party.ts'

/** Concedes as much of its own utility as the other side's offers have gained it, times `share`. */
export function titForTatSide(name: string, share: number): Strategy {
  return { name, sit: (seat) => mirror(seat, share) }
}

function mirror({ tables, index, reserved }: Seat, share: number): Party {
  const best = sumOf(tables, index.at(0))
  let first: number | null = null
  let highest = Number.NEGATIVE_INFINITY
  return {
    turn(_step, offer) {
      const utility = offer === null ? null : sumOf(tables, offer)
      if (utility !== null) {
        first ??= utility
        highest = Math.max(highest, utility)
      }
      const level = Math.max(reserved, best - share * Math.max(0, highest - (first ?? highest)))
      if (utility !== null && utility >= level) return { a: 'accept' }
      return { a: 'offer', bid: index.at(Math.max(0, index.countAtLeast(first === null ? best : level) - 1)) }
    },
  }
}

/** In its last turn it takes the best it was ever offered. */
function lastWord(step: number, nSteps: number, reserved: number, highest: number): number {
  return step === nSteps - 1 ? Math.max(reserved, highest) : Number.POSITIVE_INFINITY
}

/** Goes towards the modelled Nash point as far as the other side has gone, with offers they should like. */
export const niceTitForTat: Strategy = { name: 'nice-tit-for-tat', sit: sitNicely }

function sitNicely({ issues, tables, index, reserved, nSteps }: Seat): Party {
  const prior = priorOf(issues, tables)
  const best = sumOf(tables, index.at(0))
  const received: Bid[] = []
  return {
    turn(step, offer) {
      if (offer !== null) received.push(offer)
      const frontier = frontierOf(tables, modelOf(prior, received).tables, 256)
      let nash = 0
      for (let p = 0; p < frontier.length; p += 1) if (product(frontier, p) > product(frontier, nash)) nash = p
      const goal = Math.max(reserved, frontier.ours[nash] ?? best)
      const utilities = received.map((bid) => sumOf(tables, bid))
      const highest = Math.max(reserved, ...utilities)
      const start = utilities[0] ?? 0
      const gone = Math.max(0, Math.min(1, (highest - start) / Math.max(1e-6, goal - start)))
      const level = Math.max(reserved, best - gone * (best - goal))
      const utility = utilities.at(-1)
      if (utility !== undefined && utility >= Math.min(level, lastWord(step, nSteps, reserved, highest))) {
        return { a: 'accept' }
      }
      let place = 0
      while (place + 1 < frontier.length && (frontier.ours[place + 1] ?? 0) >= level) place += 1
      return { a: 'offer', bid: frontier.bid(place) }
    },
  }
}

function product(frontier: { ours: Float64Array; theirs: Float64Array }, place: number): number {
  return (frontier.ours[place] ?? 0) * (frontier.theirs[place] ?? 0)
}
