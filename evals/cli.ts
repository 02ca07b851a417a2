/**
 * `npm run evals`: plays the scenarios in parallel processes, judges and grades them, and writes the reports.
 * docs/evals.md has the options. Exits non-zero when a gate is not 1, or a grade fell below the baseline.
 *
 * @module
 */
import { SingleBar } from 'cli-progress'
import color from 'picocolors'
import { aggregate } from './aggregate.ts'
import { compare, readBaseline, regressions, writeBaseline } from './baseline.ts'
import { hardshipsOf } from './hardships.ts'
import { leakedSecrets } from './leaked-secrets.ts'
import { runMutants } from './mutants/run-mutants.ts'
import { readOptions } from './options.ts'
import { readScenarios } from './read-scenarios.ts'
import { differences } from './report/differences.ts'
import { reportMutants } from './report/mutant-table.ts'
import { printSummary } from './report/summary.ts'
import { tellTrial } from './report/tell-trial.ts'
import { readLast, reportOf, writeJson } from './report/write-json.ts'
import { writeJunit } from './report/write-junit.ts'
import { writePage } from './report/write-page.ts'
import { runTrials } from './runner.ts'
import { GROUPS, type Scenario } from './scenario.ts'
import { nameOf, type Trial, type TrialOrder } from './trial.ts'

const options = readOptions(process.argv.slice(2), process.env)
const all = await readScenarios(options.scenarios)
const scenarios = all.filter(chosen)
if (scenarios.length === 0 && !options.mutants) {
  process.stderr.write(`No scenario has "${options.filter}" in its id, group or tags. See them all with --list.\n`)
  process.exit(2)
}

if (options.list) {
  const byGroup = scenarios.toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
  for (const scenario of byGroup) process.stdout.write(`${lineOf(scenario)}\n`)
} else if (options.mutants) {
  const { workers, filter, seeds, reports } = options
  const results = await runMutants(all, {
    ...{ workers, filter, seed: seeds[0] ?? 1 },
    onResult: ({ mutant, caught }) => process.stdout.write(`${caught ? '✓' : '✗'} ${mutant.id}\n`),
  })
  if (results.length === 0) process.stderr.write(`No mutant has "${filter}" in its id. --filter picks mutants here.\n`)
  process.exitCode = (await reportMutants(reports, results)) ? 0 : 1
} else {
  const orders: TrialOrder[] = scenarios.flatMap((scenario) =>
    hardshipsOf(scenario, options).flatMap((hardship) =>
      (hardship === 'none' ? options.seeds : options.seeds.slice(0, 1)).map((seed) => ({ scenario, seed, hardship })),
    ),
  )
  const logs: string[] = []
  const trials = await playAll(orders, (lines) => logs.push(lines))
  if (options.verbose) for (const trial of trials) tellTrial(trial)
  const [mayShip, cleanLogs] = [await conclude(trials), tellOfLogs(logs, trials)]
  process.exitCode = mayShip && cleanLogs ? 0 : 1
}

function chosen({ id, group, tags, fast }: Scenario): boolean {
  if (options.gates && !fast) return false
  return [id, group, ...tags].some((word) => word.includes(options.filter))
}

function lineOf({ id, group, fast, crash, title }: Scenario): string {
  const marks = `${fast ? 'fast ' : '     '}${crash ? 'crash' : '     '}`
  return `${id.padEnd(44)} ${group.padEnd(15)} ${marks}  ${title}`
}

/** Compares, reports, and says whether Parley may ship. */
async function conclude(trials: readonly Trial[]): Promise<boolean> {
  const results = aggregate(trials)
  if (options.writeBaseline) await writeBaseline(trials)
  const baseline = options.gates ? null : await readBaseline()
  const comparisons = compare(trials, baseline)
  const groups = Map.groupBy(trials, ({ order }) => order.scenario.group)
  const byGroup = Object.fromEntries([...groups].map(([group, own]) => [group, compare(own, baseline)]))
  const report = reportOf({ results, comparisons, byGroup, regressions: regressions(comparisons) }, trials)
  const changed = differences(report, await readLast(options.reports))
  await writeJson(options.reports, report)
  await writeJunit(options.reports, trials)
  await writePage(options.reports, { report, trials, changed })
  return printSummary(trials, report, changed)
}

/** Logs of all plays together: what one wrote may come after the next has begun. */
function tellOfLogs(logs: readonly string[], trials: readonly Trial[]): boolean {
  const leaked = leakedSecrets(logs.join(''), trials)
  const about = `${logs.length} lines of logs`
  process.stdout.write(
    leaked.length === 0
      ? `${about} show no secret and no limit\n`
      : color.red(`✗ ${about} show ${leaked.join(', ')}\n`),
  )
  return leaked.length === 0
}

async function playAll(orders: readonly TrialOrder[], onLog: (lines: string) => void): Promise<readonly Trial[]> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · {failed} failed · {duration_formatted} · {last}',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 15_000,
  })
  bar.start(orders.length, 0, { failed: 0, last: '' })
  let failed = 0
  const trials = await runTrials(orders, {
    workers: options.workers,
    live: options.live,
    bail: options.bail,
    onLog,
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
