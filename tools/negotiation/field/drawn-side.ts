/**
 * Sides whose manner is drawn by seed, so that nothing can be fitted to a list of opponents.
 *
 * @module
 */
import { type Bid, sumOf } from '../engine/domain.ts'
import { frontierOf } from '../engine/frontier.ts'
import { modelOf } from '../engine/opponent-model.ts'
import { priorOf } from '../engine/opponent-prior.ts'
import { chance, seedOf } from './chance.ts'
import { micro } from './micro.ts'
import type { Party, Seat, Strategy } from './party.ts'
import { randomSide } from './random-side.ts'
import { niceTitForTat, titForTatSide } from './tit-for-tat.ts'

/** A side with a manner of its own in every negotiation; the same seed gives the same one. */
export function drawnSide(number: number): Strategy {
  return { name: `drawn-${number}`, sit: (seat) => draw(chance(seedOf('drawn', number, seat.seed)), number).sit(seat) }
}

/** Kinds by number, so that each is met equally often; everything else by chance. */
function draw(next: () => number, number: number): Strategy {
  switch (number % 10) {
    case 0:
      return micro
    case 1:
      return titForTatSide('', 0.4 + 0.8 * next())
    case 2:
      return next() < 0.5 ? niceTitForTat : titForTatSide('', 0.8 + 0.4 * next())
    case 3:
      return randomSide
    case 4:
      return { name: '', sit: (seat) => fixed(seat, next) }
    default:
      return { name: '', sit: (seat) => curve(seat, next) }
  }
}

/** One level from first to last. */
function fixed(seat: Seat, next: () => number): Party {
  const { tables, index, reserved } = seat
  const best = sumOf(tables, index.at(0))
  const level = reserved + (0.2 + 0.75 * next()) * (best - reserved)
  return {
    turn: (_step, offer) =>
      offer !== null && sumOf(tables, offer) >= level
        ? { a: 'accept' }
        : { a: 'offer', bid: index.at(Math.floor(next() * index.countAtLeast(level))) },
  }
}

/** A curve of time of any shape, to its reserve or not so far, with offers that just meet it, lie near it or are chosen. */
function curve({ issues, tables, index, reserved, nSteps }: Seat, next: () => number): Party {
  const best = sumOf(tables, index.at(0))
  const exponent = 2 ** (-2.3 + 6.9 * next())
  const depth = next() < 0.6 ? 1 : 0.4 + 0.6 * next()
  const takesAnything = next() < 0.2
  const manner = next()
  const prior = priorOf(issues, tables)
  const received: Bid[] = []
  const offerAt = (level: number): Bid => {
    const places = index.countAtLeast(level)
    if (manner < 0.4) return index.at(Math.max(0, places - 1))
    if (manner < 0.7) {
      const near = index.countAtLeast(level + 0.05 * best)
      return index.at(Math.max(0, Math.min(places - 1, near + Math.floor(next() * (places - near)))))
    }
    const frontier = frontierOf(tables, modelOf(prior, received).tables, 256)
    let place = 0
    while (place + 1 < frontier.length && (frontier.ours[place + 1] ?? 0) >= level) place += 1
    return frontier.bid(place)
  }
  return {
    turn(step, offer) {
      if (offer !== null) received.push(offer)
      const level = best - depth * (best - reserved) * ((step + 1) / (nSteps + 1)) ** exponent
      const utility = offer === null ? Number.NEGATIVE_INFINITY : sumOf(tables, offer)
      if (utility >= level || (takesAnything && step === nSteps - 1 && utility >= reserved)) return { a: 'accept' }
      return { a: 'offer', bid: offerAt(level) }
    },
  }
}
