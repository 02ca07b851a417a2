/**
 * Scenarios like those of the competitions, drawn by seed: partly opposed interests, often without alternatives.
 *
 * @module
 */
import { outcomesOf } from '../engine/domain.ts'
import { chance, seedOf } from './chance.ts'
import type { Scenario } from './scenario.ts'

const LEAST = 20
const MOST = 3_000

/** The scenario of a seed; the same seed gives the same one. */
export function generateContest(seed: number): Scenario {
  const next = chance(seedOf('contest', seed))
  const sizes = sizesBy(next)
  const opposed = next()
  const alike = next()
  const evenly = sizes.map(() => next() < 0.5)
  const one = sizes.map((size, i) =>
    stretched(Array.from({ length: size }, (_, x) => (evenly[i] === true ? x / (size - 1) : next()))),
  )
  const two = one.map((values) => {
    const against = next() < 0.35 + 0.5 * opposed
    return stretched(values.map((value) => (against ? (1 - value) ** (0.5 + 1.5 * next()) + 0.25 * next() : next())))
  })
  const weights = weightsBy(next, sizes.length)
  const others = weightsBy(next, sizes.length)
  const mixed = normalised(weights.map((weight, i) => alike * weight + (1 - alike) * (others[i] ?? 0)))
  const kind = next()
  const reserve = (): number => {
    if (kind < 0.6) return 0
    return rounded(kind < 0.8 ? 0.25 + 0.1 * (next() - 0.5) : 0.1 + 0.5 * next())
  }
  return {
    format: 'negscenario/1',
    name: `contest-${seed}`,
    issues: sizes.map((size, i) => ({
      name: `issue ${i}`,
      type: 'discrete',
      values: Array.from({ length: size }, (_, x) => `v${x}`),
    })),
    profiles: [
      { weights: [...weights], values: one.map((list) => [...list]), reserved: reserve() },
      { weights: [...mixed], values: two.map((list) => [...list]), reserved: reserve() },
    ],
  }
}

function sizesBy(next: () => number): readonly number[] {
  for (;;) {
    let sizes = Array.from({ length: 1 + Math.floor(next() * 6.99) }, () => 2 + Math.floor(next() * 7))
    if (next() < 0.08) sizes = [20 + Math.floor(next() * 60)]
    const outcomes = outcomesOf(sizes)
    if (outcomes >= LEAST && outcomes <= MOST) return sizes
  }
}

function weightsBy(next: () => number, count: number): readonly number[] {
  return normalised(Array.from({ length: count }, () => 0.1 + next()))
}

function normalised(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function stretched(values: readonly number[]): readonly number[] {
  const least = Math.min(...values)
  const most = Math.max(...values)
  return values.map((value) => (most > least ? rounded((value - least) / (most - least)) : 0))
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
