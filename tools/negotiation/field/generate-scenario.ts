/**
 * Scenarios as consumers meet them, drawn by seed.
 *
 * @module
 */
import { chance, seedOf } from './chance.ts'
import type { Scenario } from './scenario.ts'

interface IssueShape {
  readonly name: string
  readonly values: readonly string[]
  /** Whether the consumer likes the values more and more, less and less, or best somewhere between. */
  readonly consumer: 'rising' | 'falling' | 'between'
  /** Range of the issue's weight before it is normalised. */
  readonly weight: readonly [number, number]
}

const FAMILIES: Readonly<Record<string, readonly IssueShape[]>> = {
  'consumer-loan': [
    { name: 'rate', values: steps(2, 12, 0.2), consumer: 'falling', weight: [4, 8] },
    { name: 'fee', values: steps(0, 300, 25), consumer: 'falling', weight: [1, 3] },
    { name: 'term', values: steps(12, 96, 12), consumer: 'between', weight: [1, 3] },
    { name: 'early-repayment', values: ['free', 'half', 'full'], consumer: 'falling', weight: [0.3, 1.5] },
  ],
  policy: [
    { name: 'premium', values: steps(60, 480, 12), consumer: 'falling', weight: [4, 8] },
    { name: 'deductible', values: steps(0, 500, 100), consumer: 'falling', weight: [1, 3] },
    { name: 'coverage', values: ['basic', 'plus', 'full'], consumer: 'rising', weight: [1, 4] },
    { name: 'years', values: ['1', '2', '3', '5'], consumer: 'falling', weight: [0.5, 2] },
  ],
  settlement: [
    { name: 'share-paid', values: steps(10, 100, 3), consumer: 'falling', weight: [4, 8] },
    { name: 'days', values: ['7', '14', '30', '60', '90'], consumer: 'rising', weight: [1, 2.5] },
    { name: 'entry-deleted', values: ['no', 'marked', 'yes'], consumer: 'rising', weight: [0.5, 2] },
  ],
  'fee-refund': [
    { name: 'waived', values: steps(0, 100, 10), consumer: 'rising', weight: [3, 6] },
    { name: 'interest', values: ['0', '2', '4', '6', '9'], consumer: 'falling', weight: [1, 2.5] },
    { name: 'direct-debit', values: ['no', 'yes'], consumer: 'falling', weight: [0.5, 2] },
  ],
  plan: [
    { name: 'monthly', values: steps(20, 300, 10), consumer: 'falling', weight: [3, 6] },
    { name: 'months', values: steps(6, 60, 6), consumer: 'between', weight: [1, 4] },
    { name: 'down-payment', values: steps(0, 600, 50), consumer: 'falling', weight: [1, 3] },
    { name: 'interest', values: ['0', '2', '4', '6'], consumer: 'falling', weight: [1, 2.5] },
  ],
}

/** The scenario of a seed; the same seed gives the same one. Side 0 is the consumer. */
export function generateScenario(seed: number): Scenario {
  const next = chance(seedOf('consumer-scenario', seed))
  const families = Object.keys(FAMILIES)
  const family = families[Math.floor(next() * families.length)] ?? 'settlement'
  const shapes = FAMILIES[family] ?? []
  const between = (low: number, high: number): number => low + next() * (high - low)
  const weightsOf = (): readonly number[] => {
    const raw = shapes.map(({ weight }) => between(weight[0], weight[1]))
    const total = raw.reduce((sum, weight) => sum + weight, 0)
    return raw.map((weight) => round(weight / total))
  }
  const curve = (shape: IssueShape, side: 'consumer' | 'provider'): readonly number[] => {
    const exponent = between(0.7, 1.5)
    const peak = between(0.2, 0.8)
    const rises = (shape.consumer === 'rising') === (side === 'consumer')
    const last = shape.values.length - 1
    const raw = shape.values.map((_, x) => {
      const share = x / last
      if (shape.consumer === 'between' && side === 'consumer') return 1 - Math.abs(share - peak)
      return (rises || shape.consumer === 'between' ? share : 1 - share) ** exponent
    })
    const least = Math.min(...raw)
    const most = Math.max(...raw)
    return raw.map((value) => round((value - least) / (most - least)))
  }
  // Both sides have real alternatives: half of the draws leave little room, some leave none.
  const profile = (side: 'consumer' | 'provider') => ({
    name: side,
    weights: [...weightsOf()],
    values: shapes.map((shape) => [...curve(shape, side)]),
    reserved: round(between(0.1, 0.6)),
  })
  return {
    format: 'negscenario/1',
    name: `generated-${family}-${seed}`,
    issues: shapes.map(({ name, values }) => ({ name, type: 'discrete', values: [...values] })),
    profiles: [profile('consumer'), profile('provider')],
  }
}

function steps(from: number, to: number, by: number): readonly string[] {
  const decimals = by < 1 ? 2 : 0
  return Array.from({ length: Math.floor((to - from) / by + 1e-9) + 1 }, (_, i) => (from + i * by).toFixed(decimals))
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
