/**
 * `npm run fire -- --rounds N [--only crash|replicas|pglite] [--steps K] [--seed S]`: real servers, killed and cut off,
 * and what is left of the promises afterwards. PostgreSQL is started as for the tests where TEST_DATABASE_URL names none.
 *
 * N is how often a server is killed at a random moment. Every named step is struck once, and once more for each 25 of N;
 * with K only that many of them, spread over the path. `--keep` leaves logs and books where they are.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { FAULT_POINTS } from './fault-points.ts'
import { play } from './play.ts'
import { report } from './report.ts'

const PARTS = ['crash', 'replicas', 'pglite'] as const

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '25' },
    only: { type: 'string' },
    steps: { type: 'string', default: String(FAULT_POINTS.length) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
const steps = Number(values.steps)
const only = PARTS.find((part) => part === values.only)
if (
  !Number.isInteger(rounds) ||
  rounds < 1 ||
  !Number.isInteger(steps) ||
  steps < 1 ||
  !Number.isInteger(seed) ||
  (values.only !== undefined && only === undefined)
) {
  process.stderr.write(
    `Usage: npm run fire -- [--rounds N] [--only ${PARTS.join('|')}] [--steps K] [--seed S] [--keep]\n`,
  )
  process.exit(2)
}
const server = process.env.TEST_DATABASE_URL ?? ''
if (server === '' && only !== 'pglite') {
  process.stderr.write('TEST_DATABASE_URL names no PostgreSQL. Run `npm run fire`, which starts one.\n')
  process.exit(2)
}
const bar = new SingleBar({
  format: '{bar} {value}/{total} strikes {duration_formatted}',
  noTTYOutput: true,
  notTTYSchedule: 15_000,
})
const plays = await play({
  server,
  rounds,
  steps,
  seed,
  parts: only === undefined ? PARTS : [only],
  keep: values.keep,
  onBegin: (strikes) => bar.start(strikes, 0),
  onStrike: () => bar.increment(),
}).finally(() => bar.stop())
process.exitCode = (await report(plays, seed)) ? 0 : 1
