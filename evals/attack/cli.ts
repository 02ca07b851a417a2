/**
 * `npm run attack -- [--sequences N] [--seed S] [--lanes L] [--locks-out]`: plays generated attacks against the whole
 * service and says how many promises broke; with `--locks-out` takes each of the four locks out in turn and says which
 * sequence found the hole. On the embedded database, or on a server where TEST_DATABASE_URL names its owner.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import color from 'picocolors'
import { readArguments, wholeNumber } from '../../src/read-arguments.ts'
import { LOCKS } from './mutants/mutants.ts'
import { type LaneResult, runLane } from './run-lane.ts'

const USAGE = `npm run attack -- [--sequences N] [--seed S] [--lanes L] [--locks-out]
  --sequences N  attacks to play (1000)
  --seed S       what they are drawn by; the time of day unless told
  --lanes L      how many are played side by side (2)
  --locks-out    takes each of the four locks out in turn and says which sequence found the hole`

const { sequences, seed, lanes, locks } = readArguments(
  USAGE,
  {
    options: {
      sequences: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      lanes: { type: 'string', default: '2' },
      'locks-out': { type: 'boolean', default: false },
    },
  },
  ({ values }) => ({
    sequences: wholeNumber('sequences', values.sequences),
    seed: wholeNumber('seed', values.seed, 0),
    lanes: wholeNumber('lanes', values.lanes),
    locks: values['locks-out'] ? 'out' : 'in',
  }),
)
const databaseUrl = process.env.TEST_DATABASE_URL ?? ''
process.exitCode = (locks === 'out' ? await locksOut() : await attack()) ? 0 : 1

async function attack(): Promise<boolean> {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} sequences {duration_formatted}',
    noTTYOutput: true,
    notTTYSchedule: 20_000,
  })
  bar.start(sequences, 0)
  const share = (lane: number) => Math.floor(sequences / lanes) + (lane < sequences % lanes ? 1 : 0)
  const orders = Array.from({ length: lanes }, (_, lane) => ({
    sequences: share(lane),
    seed: seed + lane,
    databaseUrl,
  }))
  const results = await Promise.all(
    orders.filter((order) => order.sequences > 0).map((order) => runLane(order, null, () => bar.increment())),
  ).finally(() => bar.stop())
  const sum = (count: (result: LaneResult) => number) => results.reduce((total, result) => total + count(result), 0)
  const broken = results.flatMap((result) => (result.broken === null ? [] : [result.broken]))
  const played = sum((result) => result.played)
  const figures = {
    sequences: played,
    pending: sum((r) => r.pending),
    window: sum((r) => r.window),
    violations: broken.length,
  }
  const table = new Table({
    head: ['sequences', 'reached a pending approval', 'reached the commit window', 'broke a promise'],
    style: { head: [], border: [] },
  })
  table.push([played, shareOf(figures.pending, played), shareOf(figures.window, played), figures.violations])
  process.stdout.write(`${table.toString()}\nseed ${seed}, ${lanes} lanes\n`)
  for (const found of broken) show(found)
  const counts = { numPassedTests: played - broken.length, numFailedTests: broken.length }
  await keep('attack', { ...counts, seed, lanes, ...figures, broken })
  // An attack that seldom gets as far as the gate proves little about it.
  const deep = figures.pending > played / 2 && figures.window > played / 2
  if (!deep) process.stdout.write(`${color.red('✗')} most sequences must reach the gate and the commit window\n`)
  return broken.length === 0 && deep
}

async function locksOut(): Promise<boolean> {
  const holes: { lock: string; run: number; violations: readonly string[] }[] = []
  for (const lock of LOCKS) {
    const { broken, played } = await runLane({ sequences, seed, databaseUrl }, lock, () => {})
    if (broken === null) {
      process.stdout.write(`${color.red('✗')} without the lock "${lock}": ${played} sequences found nothing\n`)
      continue
    }
    holes.push({ lock, run: broken.run, violations: broken.violations })
    process.stdout.write(`${color.green('✓')} without the lock "${lock}": sequence ${broken.run} found the hole\n`)
    show(broken)
  }
  const missed = LOCKS.length - holes.length
  await keep('locks-out', { numPassedTests: holes.length, numFailedTests: missed, seed, holes })
  return missed === 0
}

async function keep(name: string, report: object): Promise<void> {
  await mkdir('reports', { recursive: true })
  await writeFile(`reports/${name}.json`, JSON.stringify(report, null, 1))
}

function show({ violations, sequence }: NonNullable<LaneResult['broken']>): void {
  for (const violation of violations) process.stdout.write(`    ${violation}\n`)
  process.stdout.write(
    color.dim(`    from "${sequence.setup.kind}": ${sequence.actions.map((a) => JSON.stringify(a)).join(' → ')}\n`),
  )
}

function shareOf(count: number, of: number): string {
  return `${count} (${of === 0 ? 0 : ((100 * count) / of).toFixed(1)} %)`
}
