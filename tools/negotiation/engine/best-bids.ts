/**
 * The best agreements for us in order, found one by one without listing the rest.
 *
 * @module
 */
import { type Bid, codeOf, sizesOf, type Tables } from './domain.ts'

export interface ListedBid {
  readonly bid: Bid
  readonly utility: number
}

/**
 * A list that grows as it is read: `at(k)` is the bid of rank k, 0 the best, null behind the last. From a bid the next
 * ones are those with one issue moved to its next worse value (Lawler 1972); a heap keeps the best of them in front.
 */
export function bestBids(own: Tables): { at(rank: number): ListedBid | null } {
  const sizes = sizesOf(own)
  const orders = own.map((table) => [...table.keys()].sort((a, b) => (table[b] ?? 0) - (table[a] ?? 0) || a - b))
  const utilityOf = (ranks: readonly number[]): number =>
    ranks.reduce((sum, rank, i) => sum + (own[i]?.[orders[i]?.[rank] ?? 0] ?? 0), 0)
  const bidAt = (ranks: readonly number[]): Bid => ranks.map((rank, i) => orders[i]?.[rank] ?? 0)
  const first = own.map(() => 0)
  const waiting: { readonly ranks: readonly number[]; readonly utility: number }[] = [
    { ranks: first, utility: utilityOf(first) },
  ]
  const seen = new Set<number>([codeOf(sizes, first)])
  const found: ListedBid[] = []
  const grow = (): boolean => {
    const next = popBest(waiting)
    if (next === undefined) return false
    found.push({ bid: bidAt(next.ranks), utility: next.utility })
    for (let i = 0; i < sizes.length; i += 1) {
      const rank = (next.ranks[i] ?? 0) + 1
      if (rank >= (sizes[i] ?? 0)) continue
      const ranks = next.ranks.with(i, rank)
      const code = codeOf(sizes, ranks)
      if (seen.has(code)) continue
      seen.add(code)
      pushInto(waiting, { ranks, utility: utilityOf(ranks) })
    }
    return true
  }
  return {
    at(rank) {
      while (found.length <= rank && grow());
      return found[rank] ?? null
    },
  }
}

interface Ranked {
  readonly utility: number
}

function pushInto<T extends Ranked>(heap: T[], item: T): void {
  heap.push(item)
  let child = heap.length - 1
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (worth(heap, parent) >= worth(heap, child)) return
    swap(heap, parent, child)
    child = parent
  }
}

function popBest<T extends Ranked>(heap: T[]): T | undefined {
  const best = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return best
  heap[0] = last
  let parent = 0
  for (;;) {
    const left = 2 * parent + 1
    const larger = worth(heap, left + 1) > worth(heap, left) ? left + 1 : left
    if (worth(heap, larger) <= worth(heap, parent)) return best
    swap(heap, parent, larger)
    parent = larger
  }
}

function worth<T extends Ranked>(heap: readonly T[], place: number): number {
  return heap[place]?.utility ?? Number.NEGATIVE_INFINITY
}

function swap<T>(heap: T[], a: number, b: number): void {
  const held = heap[a]
  const other = heap[b]
  if (held === undefined || other === undefined) return
  heap[a] = other
  heap[b] = held
}
