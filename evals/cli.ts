/**
 * `npm run evals`: plays the scenarios in parallel processes, judges and grades them, and writes the reports.
 * docs/evals.md has the options. Exits non-zero when a gate is not 1, or a grade fell below the baseline.
 *
 * @module
 */
import { SingleBar } from 'cli-progress'
import color from 'picocolors'
import { hardshipsOf } from './hardships.ts'
import { readOptions } from './options.ts'
import { readScenarios } from './read-scenarios.ts'
import { printSummary } from './report/summary.ts'
import { tellTrial } from './report/tell-trial.ts'
import { runTrials } from './runner.ts'
import type { Scenario } from './scenario.ts'
import { nameOf, type Trial, type TrialOrder } from './trial.ts'

const options = readOptions(process.argv.slice(2))
const scenarios = (await readScenarios(options.scenarios)).filter(chosen)
if (scenarios.length === 0) throw new Error('no scenario was chosen')

if (options.list) {
  for (const scenario of scenarios) process.stdout.write(`${lineOf(scenario)}\n`)
} else {
  const orders: TrialOrder[] = scenarios.flatMap((scenario) =>
    hardshipsOf(scenario, options).flatMap((hardship) =>
      (hardship === 'none' ? options.seeds : options.seeds.slice(0, 1)).map((seed) => ({ scenario, seed, hardship })),
    ),
  )
  const trials = await playAll(orders)
  if (options.verbose) for (const trial of trials) tellTrial(trial)
  process.exitCode = printSummary(trials) ? 0 : 1
}

function chosen({ id, group, tags, fast }: Scenario): boolean {
  if (options.gates && !fast) return false
  return [id, group, ...tags].some((word) => word.includes(options.filter))
}

function lineOf({ id, group, fast, crash, title }: Scenario): string {
  const marks = `${fast ? 'fast ' : '     '}${crash ? 'crash' : '     '}`
  return `${id.padEnd(44)} ${group.padEnd(15)} ${marks}  ${title}`
}

async function playAll(orders: readonly TrialOrder[]): Promise<readonly Trial[]> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · {failed} failed · {duration_formatted} · {last}',
    hideCursor: true,
    noTTYOutput: false,
  })
  bar.start(orders.length, 0, { failed: 0, last: '' })
  let failed = 0
  const trials = await runTrials(orders, {
    workers: options.workers,
    live: null,
    bail: options.bail,
    onTrial(trial) {
      const bad = trial.gates.filter(({ value }) => value !== 1)
      if (bad.length > 0) failed += 1
      bar.increment(1, { failed, last: nameOf(trial.order) })
      if (bad.length === 0 || process.stdout.isTTY) return
      process.stdout.write(color.red(`✗ ${nameOf(trial.order)}: ${bad.map(({ name }) => name).join(', ')}\n`))
    },
  })
  bar.stop()
  return trials
}
