/**
 * What the engine asks of a space of agreements, whether its utility is additive or a list.
 *
 * @module
 */
import { bestBids, type ListedBid } from './best-bids.ts'
import { type Bid, codeOf, isBid, sizesOf, sumOf, type Tables } from './domain.ts'
import { type Frontier, frontierOf } from './frontier.ts'

export interface OutcomeSpace {
  readonly sizes: readonly number[]
  /** Our utility, or null for what no utility can make up for. */
  utilityOf(bid: Bid): number | null
  /** Best for us first, best for them last, under a model of them. Never empty. */
  frontier(model: Tables): Frontier
  /** The agreement of a rank in our order, 0 the best; null behind the last. */
  ranked(rank: number): ListedBid | null
  /** Our utility of the best agreement. */
  readonly best: number
}

/** A space of additive utility of any size; nothing is listed. */
export function additiveSpace(own: Tables): OutcomeSpace {
  const sizes = sizesOf(own)
  const best = bestBids(own)
  return {
    sizes,
    utilityOf: (bid) => (isBid(sizes, bid) ? sumOf(own, bid) : null),
    frontier: (model) => frontierOf(own, model),
    ranked: best.at,
    best: own.reduce((sum, table) => sum + Math.max(...table), 0),
  }
}

/** A space whose feasible agreements are listed with any utility; what is not listed is out of the question. */
export function listedSpace(sizes: readonly number[], bids: readonly ListedBid[]): OutcomeSpace {
  const sorted = bids.toSorted((a, b) => b.utility - a.utility || codeOf(sizes, a.bid) - codeOf(sizes, b.bid))
  const byCode = new Map(sorted.map(({ bid, utility }) => [codeOf(sizes, bid), utility]))
  return {
    sizes,
    utilityOf: (bid) => (isBid(sizes, bid) ? (byCode.get(codeOf(sizes, bid)) ?? null) : null),
    frontier(model) {
      const kept: (ListedBid & { readonly theirs: number })[] = []
      for (const listed of sorted) {
        const theirs = sumOf(model, listed.bid)
        if (theirs > (kept.at(-1)?.theirs ?? Number.NEGATIVE_INFINITY) + 1e-12) kept.push({ ...listed, theirs })
      }
      return {
        length: kept.length,
        ours: Float64Array.from(kept, ({ utility }) => utility),
        theirs: Float64Array.from(kept, ({ theirs }) => theirs),
        bid: (place) => kept[place]?.bid ?? [],
      }
    },
    ranked: (rank) => sorted[rank] ?? null,
    best: sorted[0]?.utility ?? 0,
  }
}
