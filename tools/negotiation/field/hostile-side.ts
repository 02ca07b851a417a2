/**
 * Sides for breaking things: what they say is any bid at all, chosen to tempt, confuse or wear out.
 *
 * @module
 */
import { type Bid, sumOf, type Tables } from '../engine/domain.ts'
import { chance } from './chance.ts'

export interface HostileSeat {
  readonly sizes: readonly number[]
  /** The engine's utility: a hostile side may know it. */
  readonly own: Tables
  readonly theirs: Tables
  readonly ourReserve: number
  readonly theirReserve: number
}

export interface HostileSide {
  /** Keeps to its own reserve, so that a deal proves a zone. */
  readonly rational: boolean
  answer(step: number, nSteps: number, table: Bid | null): Bid | 'accept' | 'end'
}

export function hostileSide(seed: number, seat: HostileSeat): HostileSide {
  const next = chance(seed)
  const { sizes, own, theirs, ourReserve, theirReserve } = seat
  const random = (): Bid => sizes.map((size) => Math.floor(next() * size))
  const extreme = (tables: Tables, most: 1 | -1): Bid =>
    tables.map((table) => table.indexOf(most === 1 ? Math.max(...table) : Math.min(...table)))
  /** Of many random bids the one that comes nearest to a wish. */
  const nearest = (wish: (bid: Bid) => number): Bid =>
    Array.from({ length: 12 }, random).reduce((best, bid) => (wish(bid) < wish(best) ? bid : best))
  const manners: readonly ((step: number, table: Bid | null) => Bid)[] = [
    random,
    // Says the same for ever, and the worst at that.
    () => extreme(own, -1),
    () => extreme(theirs, 1),
    // Gives everything, then nothing.
    (step) => extreme(own, step % 2 === 0 ? 1 : -1),
    // Our own words back.
    (_step, table) => table ?? random(),
    // Just below the reserve, as near as it gets.
    () => nearest((bid) => (sumOf(own, bid) < ourReserve ? ourReserve - sumOf(own, bid) : 9)),
    // One term of ours changed.
    (_step, table) => (table ?? random()).map((value, i) => (i === 0 ? (value + 1) % (sizes[0] ?? 1) : value)),
  ]
  const rational = next() < 0.4
  const manner = manners[Math.floor(next() * manners.length)] ?? random
  const patience = next()
  return {
    rational,
    answer(step, nSteps, table) {
      const worth = table === null ? Number.NEGATIVE_INFINITY : sumOf(theirs, table)
      if (rational) {
        if (worth > theirReserve && (step === nSteps - 1 || next() < patience / 3)) return 'accept'
        const bid = nearest((candidate) =>
          sumOf(theirs, candidate) > theirReserve ? next() : 9 - sumOf(theirs, candidate),
        )
        return sumOf(theirs, bid) > theirReserve ? bid : 'end'
      }
      return table !== null && next() < patience / 5 ? 'accept' : manner(step, table)
    },
  }
}
