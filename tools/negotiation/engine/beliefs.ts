/**
 * What the other side will take and offer, turn by turn, as a weighted set of types.
 *
 * A *clock* goes a course of concession in its own utility, from everything to `floor`, late or early, and has a last
 * word: it keeps to its course, or takes anything above its floor when nothing can follow. A *still* side offers hardly
 * anything new whatever the time, and takes what reaches its floor. A *random* side offers and takes at random. Weights
 * follow from offers and refusals by Bayes' rule (Hindriks and Tykhonov 2008; Zeng and Sycara 1998 for the reserve).
 *
 * @module
 */

export interface OpponentType {
  readonly course: 'clock' | 'still' | 'random'
  readonly exponent: number
  /** What it still wants at the end, in modelled utility. */
  readonly floor: number
  readonly lastWord: 'keeps' | 'takes-anything'
}

const EXPONENTS = [0.3, 1, 2, 4, 12]
const FLOORS = [0, 0.15, 0.3, 0.45, 0.6, 0.8]
const LAST_WORDS = ['keeps', 'takes-anything'] as const
const STILL_FLOORS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.92]

export const TYPES: readonly OpponentType[] = [
  ...EXPONENTS.flatMap((exponent) =>
    FLOORS.flatMap((floor) => LAST_WORDS.map((lastWord) => ({ course: 'clock', exponent, floor, lastWord }) as const)),
  ),
  ...STILL_FLOORS.map((floor) => ({ course: 'still', exponent: 1, floor, lastWord: 'keeps' }) as const),
  { course: 'random', exponent: 1, floor: 0, lastWord: 'keeps' },
]

/** What a type offers itself at a time from 0 to 1, in its utility. */
export function wanted(type: OpponentType, time: number): number {
  return type.course === 'clock' ? 1 - (1 - type.floor) * time ** type.exponent : STILL_OFFERS
}

/** The least a type takes at a time from 0 to 1. */
export function leastTaken(type: OpponentType, time: number): number {
  return type.course === 'clock' ? wanted(type, time) : type.floor
}

/** Where the offers of a still side lie. */
const STILL_OFFERS = 0.97

/**
 * Before anything is known, as logarithms: how much likelier than taking anything at the end it is to keep to one's
 * course, to stand still, and to act at random. Of the published agents few take anything at the end.
 */
const KEEPS = 3
const STILL = 3
const RANDOM = 1.5

/** How fast a last word becomes less likely the further its floor lies from our own reserve: alternatives are alike. */
const ALIKE = 0.4
/** Keeps both last words as likely as before where the reserve is told. */
const ALIKE_SHIFT = 0.8

/** How far modelled utility may be from what they go by. */
const OFFER_NOISE = 0.16
const ACCEPT_NOISE = 0.09
/** Offers of one course are not independent evidence: the same error of the model is in all of them. */
const TEMPER = 0.6

/** Mean and spread of a utility over agreements drawn at random. */
export interface Spread {
  readonly mean: number
  readonly deviation: number
}

export interface Evidence {
  /** Modelled utility to them of their own offers, with the time of each. */
  readonly offers: readonly { readonly time: number; readonly theirs: number }[]
  /** Offers of ours that they refused, with the time of their answer. */
  readonly refused: readonly { readonly time: number; readonly theirs: number }[]
  /** Modelled utility to them of agreements drawn at random. */
  readonly atRandom: Spread
}

/**
 * Weights over `TYPES`, summing to 1.
 *
 * @param reserved our own reserve where it may be used, in the last turns; null before
 */
export function weigh({ offers, refused, atRandom }: Evidence, reserved: number | null = null): Float64Array {
  const temper = TEMPER / Math.max(1, Math.sqrt((offers.length + refused.length) / 6))
  const logs = TYPES.map((type) => {
    let log = priorOf(type, reserved)
    for (const { time, theirs } of offers) {
      if (type.course === 'random') {
        const gap = (theirs - atRandom.mean) / atRandom.deviation
        log += temper * (Math.log(OFFER_NOISE / atRandom.deviation) - Math.min(9, gap * gap) / 2)
        continue
      }
      const gap = (theirs - wanted(type, time)) / OFFER_NOISE
      log -= (temper * Math.min(9, gap * gap)) / 2
    }
    for (const { time, theirs } of refused) {
      log += temper * Math.log(1.02 - takes(type, { time, last: false }, atRandom)(theirs))
    }
    return log
  })
  const most = Math.max(...logs)
  // What is a thousand times less likely than the likeliest is left out.
  const raw = logs.map((log) => (log < most - 7 ? 0 : Math.exp(log - most)))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(raw, (weight) => weight / total)
}

function priorOf(type: OpponentType, reserved: number | null): number {
  if (type.course === 'still') return STILL
  if (type.course === 'random') return RANDOM
  if (type.lastWord === 'keeps') return KEEPS
  return reserved === null ? 0 : ALIKE_SHIFT - Math.abs(type.floor - reserved) / ALIKE
}

/** Probability that a type takes what the model says is worth `theirs` to it, as a function of that. */
export function takes(
  type: OpponentType,
  { time, last }: { readonly time: number; readonly last: boolean },
  atRandom: Spread,
): (theirs: number) => number {
  if (type.course === 'random') return (theirs) => logistic((1.7 * (theirs - atRandom.mean)) / atRandom.deviation)
  const level = last && type.lastWord === 'takes-anything' ? type.floor : leastTaken(type, time)
  return (theirs) => accepts(theirs, level)
}

/** Probability that a side that wants `level` takes what the model says is worth `theirs` to it. */
export function accepts(theirs: number, level: number): number {
  const place = Math.round(((theirs - level) / REACH + 1) * HALF)
  return place <= 0 ? 0 : (LOGISTIC[place] ?? 1)
}

/** The logistic curve as a table: it is asked for tens of thousands of times a turn. */
const HALF = 2_048
const REACH = ACCEPT_NOISE * 5
const LOGISTIC = Float64Array.from({ length: 2 * HALF }, (_, place) =>
  logistic((1.7 * (place / HALF - 1) * REACH) / ACCEPT_NOISE),
)

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
