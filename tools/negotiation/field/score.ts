/**
 * What a played negotiation was worth to both sides.
 *
 * @module
 */
import { type Bid, sumOf, type Tables } from '../engine/domain.ts'
import { type Frontier, frontierOf } from '../engine/frontier.ts'

/** A scenario as the referee sees it: both sides' preferences. */
export interface Referee {
  readonly tables: readonly [Tables, Tables]
  readonly reserved: readonly [number, number]
  readonly frontier: Frontier
  /** Product of both gains at the Nash point; 0 when no agreement is worth more than walking away to both. */
  readonly nashProduct: number
}

export interface Score {
  readonly agreed: boolean
  readonly utility: number
  /** (u - rv) / (1 - rv); 0 without a deal. */
  readonly advantage: number
  readonly belowReserve: boolean
  /** Product of both gains over that of the Nash point; null without a zone. */
  readonly nashShare: number | null
  /** Distance from the Pareto frontier; null without a deal. */
  readonly paretoDistance: number | null
}

export function refereeOf(tables: readonly [Tables, Tables], reserved: readonly [number, number]): Referee {
  const frontier = frontierOf(tables[0], tables[1], 8_192)
  let nashProduct = 0
  for (let p = 0; p < frontier.length; p += 1) {
    const gains = [(frontier.ours[p] ?? 0) - reserved[0], (frontier.theirs[p] ?? 0) - reserved[1]] as const
    if (gains[0] > 0 && gains[1] > 0) nashProduct = Math.max(nashProduct, gains[0] * gains[1])
  }
  return { tables, reserved, frontier, nashProduct }
}

export function scoreOf({ tables, reserved, frontier, nashProduct }: Referee, side: 0 | 1, bid: Bid | null): Score {
  const nothing = { agreed: false, utility: reserved[side], advantage: 0, belowReserve: false, paretoDistance: null }
  if (bid === null) return { ...nothing, nashShare: nashProduct > 0 ? 0 : null }
  const both = [sumOf(tables[0], bid), sumOf(tables[1], bid)] as const
  const gains = [both[0] - reserved[0], both[1] - reserved[1]] as const
  let paretoDistance = Number.POSITIVE_INFINITY
  for (let p = 0; p < frontier.length; p += 1) {
    const away = Math.hypot((frontier.ours[p] ?? 0) - both[0], (frontier.theirs[p] ?? 0) - both[1])
    if (away < paretoDistance) paretoDistance = away
  }
  return {
    agreed: true,
    utility: both[side],
    advantage: gains[side] / (1 - reserved[side]),
    belowReserve: gains[side] < -1e-9,
    nashShare: nashProduct > 0 ? (Math.max(0, gains[0]) * Math.max(0, gains[1])) / nashProduct : null,
    paretoDistance,
  }
}
