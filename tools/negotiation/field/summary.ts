/**
 * A tournament in one row per strategy.
 *
 * @module
 */
import type { Line } from './tournament.ts'

export interface Row {
  readonly strategy: string
  readonly advantage: number
  /** Half the width of the 95 % confidence interval of the advantage, over scenarios. */
  readonly margin: number
  readonly utility: number
  /** Share of negotiations that ended in a deal. */
  readonly deals: number
  readonly nashShare: number
  readonly paretoDistance: number
  readonly belowReserve: number
  readonly negotiations: number
  readonly turns: number
}

/**
 * Averages over scenarios of the mean over opponents and sides, best advantage first. Self-play counts only where
 * `selfPlay` asks for nothing else.
 */
export function summarise(lines: readonly Line[], selfPlay: 'without' | 'only' = 'without'): readonly Row[] {
  const names = [...new Set(lines.map(({ strategy }) => strategy))]
  const counted = lines.filter(({ strategy, opponent }) => (strategy === opponent) === (selfPlay === 'only'))
  return names
    .map((name) =>
      rowOf(
        name,
        counted.filter(({ strategy }) => strategy === name),
      ),
    )
    .filter(({ negotiations }) => negotiations > 0)
    .sort((a, b) => b.advantage - a.advantage || (a.strategy < b.strategy ? -1 : 1))
}

function rowOf(strategy: string, lines: readonly Line[]): Row {
  const scenarios = [...new Set(lines.map(({ scenario }) => scenario))]
  const perScenario = scenarios.map((scenario) => lines.filter((line) => line.scenario === scenario))
  const average = (of: (line: Line) => number | null): number =>
    mean(perScenario.map((group) => mean(known(group, of))))
  const advantages = perScenario.map((group) => mean(group.map((line) => line.advantage)))
  return {
    strategy,
    advantage: mean(advantages),
    margin: (1.96 * deviation(advantages)) / Math.sqrt(Math.max(1, advantages.length)),
    utility: average(({ utility }) => utility),
    deals: average(({ agreed }) => (agreed ? 1 : 0)),
    nashShare: mean(known(lines, ({ nashShare }) => nashShare)),
    paretoDistance: mean(known(lines, ({ paretoDistance }) => paretoDistance)),
    belowReserve: lines.filter(({ belowReserve }) => belowReserve).length,
    negotiations: lines.length,
    turns: lines.reduce((sum, { turns }) => sum + turns, 0),
  }
}

function known(lines: readonly Line[], of: (line: Line) => number | null): readonly number[] {
  return lines.map(of).filter((value) => value !== null)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}
