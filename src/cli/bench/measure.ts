/**
 * One line of the bench: what was measured, and the bar it must not miss where there is one.
 *
 * @module
 */

export interface Measure {
  readonly what: string
  readonly value: string
  /** The bar in words; null where a figure is only shown. */
  readonly bar: string | null
  /** Whether the bar is met; a figure without one always is. */
  readonly met: boolean
}

/** A figure without a bar. */
export function shown(what: string, value: string): Measure {
  return { what, value, bar: null, met: true }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** How much `values` rise per step, by least squares. */
export function slope(values: readonly number[]): number {
  const mean = (values.length - 1) / 2
  const average = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, _, step) => sum + (step - mean) ** 2, 0)
  return values.reduce((sum, value, step) => sum + (step - mean) * (value - average), 0) / spread
}
