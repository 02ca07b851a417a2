/**
 * The table at the end of a run.
 *
 * @module
 */
import Table from 'cli-table3'
import color from 'picocolors'
import { nameOf, type Trial } from '../trial.ts'

/** Prints what failed and how many held; says whether all gates held. */
export function printSummary(trials: readonly Trial[]): boolean {
  const failed = trials.filter(({ gates }) => gates.some(({ value }) => value !== 1))
  if (failed.length > 0) {
    const table = new Table({ head: ['trial', 'because'], colWidths: [48, 80], wordWrap: true })
    for (const { order, gates } of failed) {
      const faults = gates.filter(({ value }) => value !== 1).map(({ name, because }) => `${name}: ${because}`)
      table.push([nameOf(order), faults.join('\n').slice(0, 1_200)])
    }
    process.stdout.write(`${table.toString()}\n`)
  }
  const scores = trials.flatMap(({ gates }) => gates)
  const held = scores.filter(({ value }) => value === 1).length
  const line = `${held} gates hold, ${scores.length - held} do not (${trials.length} trials)`
  process.stdout.write(`${(failed.length === 0 ? color.green : color.red)(line)}\n`)
  return failed.length === 0
}
