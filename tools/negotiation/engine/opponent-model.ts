/**
 * What the other side seems to value, learned from its offers and from what issues mean in business.
 *
 * Sources: Williams et al. (2012) and Hindriks and Tykhonov (2008) for learning from frequencies and from concession;
 * the concave count is that of the frequency models of the ANAC winners.
 *
 * @module
 */
import type { Bid, Tables } from './domain.ts'
import type { Prior } from './opponent-prior.ts'

export interface OpponentModel {
  /** Weighted values; over all issues the best bid for them sums to 1, the worst to 0. */
  readonly tables: Tables
  /** Share of what they care about, per issue; sums to 1. */
  readonly weights: readonly number[]
}

export interface ModelSettings {
  /** How many offers the prior of an issue's values counts for. */
  readonly priorOffers: number
  /** How strongly holding on to a value speaks for the weight of its issue. */
  readonly holding: number
  /** How far an offer speaks for neighbouring values, as a share of the issue's length. */
  readonly reach: number
}

/** How much more a first offer of a value says than a later one. Relative to the most frequent value, so that repeating
 * one offer says nothing of the others. */
const CONCAVITY = 4

export const MODEL_SETTINGS: ModelSettings = { priorOffers: 5, holding: 2, reach: 0.25 }

/** The model after their offers, oldest first. A pure function: the same offers give the same model. */
export function modelOf(prior: Prior, offers: readonly Bid[], settings: ModelSettings = MODEL_SETTINGS): OpponentModel {
  const raw = prior.values.map((_, issue) => valuesOf(prior, issue, offers, settings))
  const strength = prior.weights.map(
    (weight, issue) => weight * (1 + settings.holding * holdingOf(raw[issue] ?? [], issue, offers)),
  )
  const total = strength.reduce((sum, weight) => sum + weight, 0)
  const weights = strength.map((weight) => weight / total)
  return { weights, tables: raw.map((values, issue) => Float64Array.from(values, (v) => v * (weights[issue] ?? 0))) }
}

/** Prior and concave counts, mixed by how many offers there are, on a scale from 0 to 1. */
function valuesOf(prior: Prior, issue: number, offers: readonly Bid[], settings: ModelSettings): readonly number[] {
  const before = prior.values[issue] ?? []
  const ordered = prior.ordered[issue] === true
  const said = new Float64Array(before.length)
  for (const offer of offers) said[offer[issue] ?? 0] = (said[offer[issue] ?? 0] ?? 0) + 1
  const counts = ordered ? spread(said, Math.max(0.5, settings.reach * before.length)) : said
  const most = Math.max(...counts)
  // What is said again teaches nothing new.
  const different = said.reduce((count, times) => count + Math.min(times, 1), 0)
  const share = different / (different + settings.priorOffers)
  const first = offers[0]?.[issue]
  const mixed = before.map((value, x) => {
    const seen = most === 0 ? 0 : Math.log1p((CONCAVITY * (counts[x] ?? 0)) / most) / Math.log1p(CONCAVITY)
    const expected = ordered && first !== undefined ? (value + nearness(x, first, before.length)) / 2 : value
    return (1 - share) * expected + share * seen
  })
  return stretched(mixed)
}

/** An opening offer is what they like best, and on an ordered issue what lies far from it they like least. */
function nearness(value: number, first: number, length: number): number {
  return 1 - Math.abs(value - first) / Math.max(1, first, length - 1 - first)
}

/** How well they keep an issue at what they like, over all offers, 0 to 1. */
function holdingOf(values: readonly number[], issue: number, offers: readonly Bid[]): number {
  if (offers.length === 0) return 0.5
  const kept = offers.reduce((sum, offer) => sum + (values[offer[issue] ?? 0] ?? 0), 0) / offers.length
  return kept ** 2
}

/** Counts that speak for their neighbours too, less and less with distance. */
function spread(said: Float64Array, width: number): Float64Array {
  const near = Float64Array.from(said, (_, away) => Math.exp(-((away / width) ** 2) / 2))
  const counts = new Float64Array(said.length)
  for (let value = 0; value < said.length; value += 1) {
    const count = said[value] ?? 0
    if (count === 0) continue
    for (let x = 0; x < counts.length; x += 1) {
      counts[x] = (counts[x] ?? 0) + count * (near[Math.abs(x - value)] ?? 0)
    }
  }
  return counts
}

function stretched(values: readonly number[]): readonly number[] {
  const least = Math.min(...values)
  const range = Math.max(...values) - least
  return range < 1e-9 ? values.map(() => 0) : values.map((value) => (value - least) / range)
}
