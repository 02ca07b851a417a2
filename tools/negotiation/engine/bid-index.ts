/**
 * All agreements of a domain in the order of their utility.
 *
 * @module
 */
import { type Bid, bidOf, outcomesOf, sizesOf, type Tables } from './domain.ts'

/** Above this, listing every agreement costs more memory than it is worth; the frontier is found without it. */
export const MOST_INDEXED = 10_000_000
const BUCKETS = 1 << 20

export interface BidIndex {
  readonly sizes: readonly number[]
  /** Utility by the bid's number in mixed radix. */
  readonly utilities: Float32Array
  /** Numbers of bids, best first; equal up to a millionth of the range in no particular, but a fixed, order. */
  readonly order: Uint32Array
  /** How many bids have at least this utility (to a millionth of the range). */
  countAtLeast(utility: number): number
  /** The bid at a place of the order; 0 is the best. */
  at(place: number): Bid
}

/** Sorts all agreements by counting; null when there are more than `MOST_INDEXED`. Time is linear in their number. */
export function indexBids(tables: Tables): BidIndex | null {
  const sizes = sizesOf(tables)
  const count = outcomesOf(sizes)
  if (count > MOST_INDEXED) return null
  const utilities = utilitiesOf(tables, count)
  const order = sortDescending(utilities)
  return {
    sizes,
    utilities,
    order,
    countAtLeast(utility) {
      let low = 0
      let high = count
      while (low < high) {
        const middle = (low + high) >> 1
        if ((utilities[order[middle] ?? 0] ?? 0) >= utility) low = middle + 1
        else high = middle
      }
      return low
    },
    at: (place) => bidOf(sizes, order[Math.max(0, Math.min(count - 1, place))] ?? 0),
  }
}

/** Grows the list of sums issue by issue, so that each agreement costs one addition. */
function utilitiesOf(tables: Tables, count: number): Float32Array {
  let sums = new Float32Array([0])
  for (const table of tables) {
    const next = new Float32Array(sums.length * table.length)
    let place = 0
    for (const sum of sums) {
      for (const value of table) {
        next[place] = sum + value
        place += 1
      }
    }
    sums = next
  }
  return sums.length === count ? sums : new Float32Array(count)
}

function sortDescending(utilities: Float32Array): Uint32Array {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const utility of utilities) {
    if (utility < least) least = utility
    if (utility > most) most = utility
  }
  const scale = most > least ? (BUCKETS - 1) / (most - least) : 0
  const starts = new Uint32Array(BUCKETS + 1)
  const bucket = (utility: number): number => Math.floor((most - utility) * scale)
  for (const utility of utilities) starts[bucket(utility) + 1] = (starts[bucket(utility) + 1] ?? 0) + 1
  for (let b = 1; b <= BUCKETS; b += 1) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0)
  const order = new Uint32Array(utilities.length)
  for (let code = 0; code < utilities.length; code += 1) {
    const b = bucket(utilities[code] ?? 0)
    const place = starts[b] ?? 0
    order[place] = code
    starts[b] = place + 1
  }
  return order
}
