/**
 * The offer that is worth most under the beliefs, by dynamic programming over the turns to come.
 *
 * How well the type will be known from the next turn on is not known, so the turns ahead are worth something between
 * two bounds: *knowing* the type, the best falling course of offers is computed backwards per type (QMDP; Littman,
 * Cassandra and Kaelbling 1995); *not knowing* it, one falling course is made against the mixture (MIA-RVelous;
 * Baarslag et al. 2015), and what it earns is computed per type. This turn's offer is chosen against the mixture.
 *
 * @module
 */
import { type Spread, TYPES, takes } from './beliefs.ts'

export interface Stage {
  /** Time from 0 to 1 at which they answer our offer. */
  readonly answered: number
  /** Whether they know that nothing can follow. */
  readonly last: boolean
}

export interface PlanRequest {
  readonly weights: Float64Array
  /** Offers to choose from, ours falling. */
  readonly ours: Float64Array
  readonly theirs: Float64Array
  /** Our turns to come, this one first, in which an offer can still be taken. */
  readonly stages: readonly Stage[]
  /** What a type's offer before our stage would be worth to us; one stage more when they speak last. */
  readonly forecast: (type: number, stage: number) => Spread
  /** Whether a last offer of theirs can be taken after all stages. */
  readonly theySpeakLast: boolean
  /** What no deal is worth. */
  readonly noDeal: number
  /** Modelled utility to them of agreements drawn at random. */
  readonly atRandom: Spread
  /** How far the type will be known from the next turn on, from 0 to 1. */
  readonly known: number
}

export interface Plan {
  /** Place of the offer to make now. */
  readonly offer: number
  /** Expected utility of making it and going on. */
  readonly value: number
}

/** The request with everything that is looked up often in one row. */
interface Board extends PlanRequest {
  /** Types that count, as places of `TYPES`, and their weights. */
  readonly likely: readonly number[]
  readonly weight: Float64Array
  /** Probability that an offer is taken, by type, stage and offer. */
  readonly taken: Float64Array
  /** What a type's offer before a stage is worth; the first stage's is on the table already. */
  readonly offered: readonly (readonly Spread[])[]
}

const NOTHING: Spread = { mean: Number.NEGATIVE_INFINITY, deviation: 0 }

function boardOf(request: PlanRequest): Board {
  const { weights, theirs, stages, atRandom, forecast } = request
  const likely = TYPES.flatMap((_, type) => ((weights[type] ?? 0) > 0 ? [type] : []))
  const taken = new Float64Array(likely.length * stages.length * theirs.length)
  let place = 0
  for (const type of likely) {
    const kind = TYPES[type]
    if (kind === undefined) continue
    for (const { answered, last } of stages) {
      const chance = takes(kind, { time: answered, last }, atRandom)
      for (let b = 0; b < theirs.length; b += 1) taken[place + b] = chance(theirs[b] ?? 0)
      place += theirs.length
    }
  }
  return {
    ...request,
    likely,
    weight: Float64Array.from(likely, (type) => weights[type] ?? 0),
    taken,
    offered: likely.map((type) => [NOTHING, ...stages.map((_, j) => forecast(type, j + 1))]),
  }
}

/** How often the common course is gone through. */
const SWEEPS = 2

export function plan(request: PlanRequest): Plan {
  const board = boardOf(request)
  const { ours, stages, weight, taken, known } = board
  const course = bestCourse(board)
  const total = new Float64Array(ours.length)
  for (let k = 0; k < weight.length; k += 1) {
    const knowing = aheadKnowing(board, k)
    const following = aheadFollowing(board, k, course)
    const row = k * stages.length * ours.length
    for (let b = 0; b < ours.length; b += 1) {
      const after = known * (knowing[b] ?? 0) + (1 - known) * (following[b] ?? 0)
      const gain = (taken[row + b] ?? 0) * ((ours[b] ?? 0) - after)
      total[b] = (total[b] ?? 0) + (weight[k] ?? 0) * (after + gain)
    }
  }
  let offer = 0
  for (let b = 1; b < ours.length; b += 1) if ((total[b] ?? 0) > (total[offer] ?? 0) + 1e-12) offer = b
  return { offer, value: total[offer] ?? request.noDeal }
}

/** What is left after all our stages. */
function atEnd({ theySpeakLast, noDeal, offered, stages }: Board, k: number): number {
  return theySpeakLast ? orBetter(noDeal, offered[k]?.[stages.length] ?? NOTHING) : noDeal
}

/** Per offer made now and refused: what the turns after it are worth against a type that is known. Offers only fall. */
function aheadKnowing(board: Board, k: number): Float64Array {
  const { ours, stages, offered, taken } = board
  const worth = new Float64Array(ours.length).fill(atEnd(board, k))
  for (let j = stages.length - 1; j >= 1; j -= 1) {
    const row = (k * stages.length + j) * ours.length
    const theirs = offered[k]?.[j] ?? NOTHING
    let most = Number.NEGATIVE_INFINITY
    for (let b = ours.length - 1; b >= 0; b -= 1) {
      const after = worth[b] ?? 0
      const total = after + (taken[row + b] ?? 0) * ((ours[b] ?? 0) - after)
      if (total > most) most = total
      worth[b] = orBetter(most, theirs)
    }
  }
  return worth
}

/** The same when a course is followed whatever they do, taking what is as good as what it would say next. */
function aheadFollowing(board: Board, k: number, course: readonly number[]): Float64Array {
  const { ours, stages, offered, taken } = board
  const worth = new Float64Array(ours.length).fill(atEnd(board, k))
  for (let j = stages.length - 1; j >= 1; j -= 1) {
    const row = (k * stages.length + j) * ours.length
    const theirs = (offered[k]?.[j] ?? NOTHING).mean
    const bound = course[j] ?? 0
    const last = j === stages.length - 1
    for (let b = ours.length - 1; b >= bound; b -= 1) {
      const after = worth[b] ?? 0
      const going = after + (taken[row + b] ?? 0) * ((ours[b] ?? 0) - after)
      worth[b] = theirs >= (ours[b] ?? 0) || (last && theirs > going) ? theirs : going
    }
    worth.fill(worth[bound] ?? 0, 0, bound)
  }
  return worth
}

/** A falling course of offers against the mixture, improved turn by turn. */
function bestCourse(board: Board): readonly number[] {
  const { weight, ours, stages, taken, offered } = board
  const types = weight.length
  const last = ours.length - 1
  const course = stages.map((_, j) => Math.round((last * j) / Math.max(1, stages.length - 1)))
  const left = new Float64Array(types * stages.length)
  const reached = new Float64Array(types)
  const gain = new Float64Array(ours.length)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    // What is left after each stage, per type, following the course as it is.
    for (let k = 0; k < types; k += 1) {
      let worth = atEnd(board, k)
      for (let j = stages.length - 1; j >= 0; j -= 1) {
        left[k * stages.length + j] = worth
        const b = course[j] ?? 0
        worth += (taken[(k * stages.length + j) * ours.length + b] ?? 0) * ((ours[b] ?? 0) - worth)
        const theirs = (offered[k]?.[j] ?? NOTHING).mean
        if (theirs >= (ours[b] ?? 0) && theirs > worth) worth = theirs
      }
    }
    reached.set(weight)
    for (let j = 0; j < stages.length; j += 1) {
      const from = course[j - 1] ?? 0
      gain.fill(0)
      for (let k = 0; k < types; k += 1) {
        const row = (k * stages.length + j) * ours.length
        const after = left[k * stages.length + j] ?? 0
        const share = reached[k] ?? 0
        if (share < 1e-4) continue
        for (let b = from; b <= last; b += 1) {
          gain[b] = (gain[b] ?? 0) + share * (taken[row + b] ?? 0) * ((ours[b] ?? 0) - after)
        }
      }
      let best = from
      for (let b = from; b <= last; b += 1) if ((gain[b] ?? 0) > (gain[best] ?? 0) + 1e-12) best = b
      course[j] = best
      for (let k = 0; k < types; k += 1) {
        reached[k] = (reached[k] ?? 0) * (1 - (taken[(k * stages.length + j) * ours.length + best] ?? 0))
      }
    }
  }
  return course
}

/** The better of what can be had by going on and an offer of theirs that is known in mean and spread. */
function orBetter(going: number, { mean, deviation }: Spread): number {
  if (deviation <= 0) return mean > going ? mean : going
  return going + (deviation * Math.log1p(Math.exp((1.7 * (mean - going)) / deviation))) / 1.7
}
