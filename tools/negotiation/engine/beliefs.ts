/**
 * What the other side will take and offer, turn by turn, as a weighted set of types.
 *
 * A type is a course of concession in its own utility: from everything to `floor`, late or early, and a last word:
 * it keeps to its course, or takes anything above its floor when nothing can follow. Weights follow from its
 * offers by Bayes' rule (Hindriks and Tykhonov 2008; Zeng and Sycara 1998 for the reserve).
 *
 * @module
 */

export interface OpponentType {
  readonly exponent: number
  /** What it still wants at the end, in modelled utility. */
  readonly floor: number
  readonly lastWord: 'keeps' | 'takes-anything'
}

const EXPONENTS = [0.3, 1, 2, 4, 12]
const FLOORS = [0, 0.15, 0.3, 0.45, 0.6, 0.8]
const LAST_WORDS = ['keeps', 'takes-anything'] as const

export const TYPES: readonly OpponentType[] = EXPONENTS.flatMap((exponent) =>
  FLOORS.flatMap((floor) => LAST_WORDS.map((lastWord) => ({ exponent, floor, lastWord }))),
)

/** What a type wants at a time from 0 to 1. */
export function wanted(type: OpponentType, time: number): number {
  return 1 - (1 - type.floor) * time ** type.exponent
}

/** How much likelier than the other a side is to keep to its course to the end, as a logarithm. */
const KEEPS = 0.7

/** How fast a last word becomes less likely the further its floor lies from our own reserve: alternatives are alike. */
const ALIKE = 0.4
/** Keeps both last words as likely as before where the reserve is told. */
const ALIKE_SHIFT = 0.8

/** How far modelled utility may be from what they go by. */
const OFFER_NOISE = 0.16
const ACCEPT_NOISE = 0.06
/** Offers of one course are not independent evidence: the same error of the model is in all of them. */
const TEMPER = 0.6

export interface Evidence {
  /** Modelled utility to them of their own offers, with the time of each. */
  readonly offers: readonly { readonly time: number; readonly theirs: number }[]
  /** Offers of ours that they refused, with the time of their answer. */
  readonly refused: readonly { readonly time: number; readonly theirs: number }[]
}

/**
 * Weights over `TYPES`, summing to 1.
 *
 * @param reserved our own reserve where it may be used, in the last turns; null before
 */
export function weigh({ offers, refused }: Evidence, reserved: number | null = null): Float64Array {
  const temper = TEMPER / Math.max(1, Math.sqrt((offers.length + refused.length) / 6))
  const logs = TYPES.map((type) => {
    let log = type.lastWord === 'keeps' ? KEEPS : lastWordOf(type, reserved)
    for (const { time, theirs } of offers) {
      const gap = (theirs - wanted(type, time)) / OFFER_NOISE
      log -= (temper * Math.min(9, gap * gap)) / 2
    }
    for (const { time, theirs } of refused) log += temper * Math.log(1.02 - accepts(theirs, wanted(type, time)))
    return log
  })
  const most = Math.max(...logs)
  // What is a thousand times less likely than the likeliest is left out.
  const raw = logs.map((log) => (log < most - 7 ? 0 : Math.exp(log - most)))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(raw, (weight) => weight / total)
}

function lastWordOf({ floor }: OpponentType, reserved: number | null): number {
  return reserved === null ? 0 : ALIKE_SHIFT - Math.abs(floor - reserved) / ALIKE
}

/** Probability that a side that wants `level` takes what the model says is worth `theirs` to it. */
export function accepts(theirs: number, level: number): number {
  const place = Math.round(((theirs - level) / REACH + 1) * HALF)
  return place <= 0 ? 0 : (LOGISTIC[place] ?? 1)
}

/** The logistic curve as a table: it is asked for tens of thousands of times a turn. */
const HALF = 2_048
const REACH = ACCEPT_NOISE * 5
const LOGISTIC = Float64Array.from(
  { length: 2 * HALF },
  (_, place) => 1 / (1 + Math.exp((-1.7 * (place / HALF - 1) * REACH) / ACCEPT_NOISE)),
)
