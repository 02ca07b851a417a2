/**
 * The tables at the end of a run.
 *
 * @module
 */
import Table from 'cli-table3'
import color from 'picocolors'
import type { Totals } from '../aggregate.ts'
import { GRADES } from '../grades.ts'
import { nameOf, type Trial } from '../trial.ts'
import type { Report } from './write-json.ts'

/** Prints groups, what changed, and what failed; says whether all gates held and no grade fell behind. */
export function printSummary(trials: readonly Trial[], report: Report, changed: readonly string[]): boolean {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(groupTable(report))
  for (const line of changed.slice(0, 20)) say(color.dim(`  since the last run: ${line}`))
  const failed = trials.filter(({ gates }) => gates.some(({ value }) => value !== 1))
  if (failed.length > 0) {
    const table = new Table({
      head: ['play', 'because'],
      colWidths: [48, 80],
      wordWrap: true,
      style: { head: [], border: [] },
    })
    for (const { order, gates } of failed) {
      const faults = gates.filter(({ value }) => value !== 1).map(({ name, because }) => `${name}: ${because}`)
      table.push([nameOf(order), faults.join('\n').slice(0, 1_200)])
    }
    say(table.toString())
  }
  for (const line of report.regressions) say(color.red(`✗ ${line}`))
  const power = Object.entries(report.results.overall.passPower).map(([k, value]) => `pass^${k} ${value.toFixed(3)}`)
  const ok = report.numFailedTests === 0
  const line = `${report.numPassedTests} verdicts hold, ${report.numFailedTests} do not (${trials.length} plays; ${power.join(', ')})`
  say((ok ? color.green : color.red)(line))
  return ok
}

function groupTable({ results }: Report): string {
  const graded = GRADES.filter(({ name }) => results.overall.grades[name] !== undefined)
  const table = new Table({
    head: ['group', 'passed', ...graded.map(({ name }) => name)],
    style: { compact: true, head: [], border: [] },
  })
  const row = (name: string, { passed, trials, grades }: Totals) =>
    table.push([name, `${passed}/${trials}`, ...graded.map((rule) => grades[rule.name]?.toFixed(2) ?? '')])
  for (const [name, totals] of Object.entries(results.groups).toSorted(([a], [b]) => a.localeCompare(b)))
    row(name, totals)
  row('all', results.overall)
  return table.toString()
}
