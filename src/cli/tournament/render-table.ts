/**
 * The tournament's table.
 *
 * @module
 */
import Table from 'cli-table3'
import type { Row } from '../../../tools/negotiation/field/summary.ts'

const HEAD = ['strategy', 'advantage', '± 95 %', 'utility', 'deals', 'Nash', 'Pareto dist.', 'below rv', 'decisions/s']

/** @param speeds decisions a second by strategy */
export function renderTable(rows: readonly Row[], speeds: Readonly<Record<string, number>>): string {
  const table = new Table({
    head: HEAD,
    style: { head: [], border: [] },
    colAligns: ['left', ...HEAD.slice(1).map(() => 'right' as const)],
  })
  for (const row of rows) {
    table.push([
      row.strategy,
      row.advantage.toFixed(3),
      row.margin.toFixed(3),
      row.utility.toFixed(3),
      `${(100 * row.deals).toFixed(1)} %`,
      row.nashShare.toFixed(3),
      row.paretoDistance.toFixed(3),
      String(row.belowReserve),
      Math.round(speeds[row.strategy] ?? 0).toString(),
    ])
  }
  return table.toString()
}
