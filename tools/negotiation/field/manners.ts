/**
 * How consumers meet businesses: manners laid over an ordinary side.
 *
 * What a business says in words has no place here, since words never reach the engine; what it does with terms has.
 *
 * @module
 */
import { type Bid, sameBid, sumOf } from '../engine/domain.ts'
import type { Move, Party, Seat, Strategy } from './party.ts'
import { timeDependentSide } from './time-dependent.ts'

const linear = timeDependentSide('linear', 1)
const boulware = timeDependentSide('boulware', 4)

/** One price, and hardly any movement; takes what is close to it. */
export const stubborn: Strategy = {
  name: 'stubborn',
  sit: ({ tables, index, reserved }) => {
    const best = sumOf(tables, index.at(0))
    const level = Math.max(reserved, reserved + 0.55 * (best - reserved))
    const bid = index.at(Math.max(0, index.countAtLeast(level) - 1))
    return {
      turn: (_step, offer) => (offer !== null && sumOf(tables, offer) >= level ? { a: 'accept' } : { a: 'offer', bid }),
    }
  },
}

/** Claims half the time there is: hurries to its "last" offer, repeats it, and goes on conceding at the real end. */
export const bluffing: Strategy = {
  name: 'bluffing',
  sit(seat) {
    const hurried = boulware.sit({ ...seat, nSteps: Math.max(2, Math.ceil(seat.nSteps / 2)) })
    const real = boulware.sit(seat)
    const claimed = Math.ceil(seat.nSteps / 2) - 1
    return { turn: (step, offer) => (step <= claimed ? hurried.turn(step, offer) : real.turn(step, offer)) }
  },
}

/** Puts a good offer on the table early and takes it away again when it is not taken at once. */
export const exploding: Strategy = {
  name: 'exploding',
  sit(seat) {
    const plain = boulware.sit(seat)
    const generous = seat.index.at(seat.index.countAtLeast(middleOf(seat, 0.6)) - 1)
    return {
      turn(step, offer) {
        const move = plain.turn(step, offer) as Move
        return step === 1 && move.a === 'offer' ? { a: 'offer', bid: generous } : move
      },
    }
  },
}

/** Opens with extremes, whatever it would take, then jumps to an ordinary course. */
export const anchoring: Strategy = {
  name: 'anchoring',
  sit(seat) {
    const plain = linear.sit(seat)
    const until = Math.ceil(seat.nSteps * 0.4)
    return {
      turn(step, offer) {
        const move = plain.turn(step, offer) as Move
        return step < until && move.a === 'offer' ? { a: 'offer', bid: seat.index.at(0) } : move
      },
    }
  },
}

/** Concedes, and takes a slice back at the end by changing one term of what it offered. */
export const salami: Strategy = {
  name: 'salami',
  sit(seat) {
    const plain = linear.sit(seat)
    return {
      turn(step, offer) {
        const move = plain.turn(step, offer) as Move
        return step >= seat.nSteps - 2 && move.a === 'offer' ? { a: 'offer', bid: sliced(seat, move.bid) } : move
      },
    }
  },
}

/** Looks for a fee to carve out: one minor issue is always at its own best, whatever the rest concedes. */
export const feeCarveOut: Strategy = {
  name: 'fee-carve-out',
  sit(seat) {
    const ranges = seat.tables.map((table) => Math.max(...table) - Math.min(...table))
    const issue = ranges.indexOf(ranges.toSorted((a, b) => b - a)[1] ?? 0)
    return mapped(linear.sit(seat), (bid) => withBest(seat, bid, issue))
  },
}

/** Moves one issue by a unit that looks like nothing: quotes a neighbouring value of its largest issue, in its favour. */
export const unitTricks: Strategy = {
  name: 'unit-tricks',
  sit: (seat) => mapped(boulware.sit(seat), (bid) => sliced(seat, bid)),
}

/** Says nothing new: repeats its first offer until the last third, then goes along its curve. */
export const silent: Strategy = {
  name: 'silent',
  sit(seat) {
    const plain = linear.sit(seat)
    return {
      turn(step, offer) {
        const move = plain.turn(step, offer) as Move
        return step < (seat.nSteps * 2) / 3 && move.a === 'offer' ? { a: 'offer', bid: seat.index.at(0) } : move
      },
    }
  },
}

/** Answers with our own last offer turned against us: the issue we like best set to its own best. */
export const injecting: Strategy = {
  name: 'injecting',
  sit(seat) {
    const plain = boulware.sit(seat)
    return {
      turn(step, offer) {
        const move = plain.turn(step, offer) as Move
        if (move.a !== 'offer' || offer === null || step % 2 === 0) return move
        const ranges = seat.tables.map((table) => Math.max(...table) - Math.min(...table))
        const bid = withBest(seat, offer, ranges.indexOf(Math.max(...ranges)))
        return sumOf(seat.tables, bid) >= sumOf(seat.tables, move.bid) && !sameBid(bid, offer)
          ? { a: 'offer', bid }
          : move
      },
    }
  },
}

function mapped(party: Party, change: (bid: Bid) => Bid): Party {
  return {
    turn(step, offer) {
      const move = party.turn(step, offer) as Move
      return move.a === 'offer' ? { a: 'offer', bid: change(move.bid) } : move
    },
  }
}

/** The bid with one issue at what suits this side best. */
function withBest({ tables }: Seat, bid: Bid, issue: number): Bid {
  const table = tables[issue] ?? new Float64Array()
  return bid.map((value, i) => (i === issue ? table.indexOf(Math.max(...table)) : value))
}

/** The bid with the largest issue moved by the smallest step that is better for this side. */
function sliced({ tables }: Seat, bid: Bid): Bid {
  const ranges = tables.map((table) => Math.max(...table) - Math.min(...table))
  const issue = ranges.indexOf(Math.max(...ranges))
  const table = tables[issue] ?? new Float64Array()
  const now = table[bid[issue] ?? 0] ?? 0
  const better = [...table.keys()].filter((x) => (table[x] ?? 0) > now)
  better.sort((a, b) => (table[a] ?? 0) - (table[b] ?? 0))
  return bid.map((value, i) => (i === issue ? (better[0] ?? value) : value))
}

function middleOf({ tables, index, reserved }: Seat, share: number): number {
  return reserved + share * (sumOf(tables, index.at(0)) - reserved)
}
