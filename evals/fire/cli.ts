/**
 * `npm run fire -- --rounds N [--only crash|replicas|pglite] [--steps K] [--seed S]`: real servers, killed and cut off,
 * and what is left of the promises afterwards. PostgreSQL is started as for the tests where TEST_DATABASE_URL names none.
 *
 * N is how often a server is killed at a random moment. Every named step is struck once, and once more for each 25 of N;
 * with K only that many of them, spread over the path. `--keep` leaves logs and books where they are.
 *
 * @module
 */
import { SingleBar } from 'cli-progress'
import { readArguments, WrongUsage, wholeNumber } from '../../src/read-arguments.ts'
import { FAULT_POINTS } from './fault-points.ts'
import { play } from './play.ts'
import { report } from './report.ts'

const PARTS = ['crash', 'replicas', 'pglite'] as const

const USAGE = `npm run fire -- [--rounds N] [--only ${PARTS.join('|')}] [--steps K] [--seed S] [--keep]
  --rounds N  kills at random moments (25); each named step is struck once, and once more for each 25 of N
  --steps K   only so many of the ${FAULT_POINTS.length} named steps, spread over the path
  --seed S    what moments and customers are drawn by; the time of day unless told
  --keep      leaves logs and books where they are`

const { rounds, steps, seed, only, keep } = readArguments(
  USAGE,
  {
    options: {
      rounds: { type: 'string', default: '25' },
      only: { type: 'string' },
      steps: { type: 'string', default: String(FAULT_POINTS.length) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      keep: { type: 'boolean', default: false },
    },
  },
  ({ values }) => {
    const part = PARTS.find((known) => known === values.only)
    if (values.only !== undefined && part === undefined) throw new WrongUsage(`there is no part "${values.only}"`)
    return {
      rounds: wholeNumber('rounds', values.rounds),
      steps: wholeNumber('steps', values.steps),
      seed: wholeNumber('seed', values.seed, 0),
      only: part,
      keep: values.keep,
    }
  },
)
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
  keep,
  onBegin: (strikes) => bar.start(strikes, 0),
  onStrike: () => bar.increment(),
}).finally(() => bar.stop())
process.exitCode = (await report(plays, seed)) ? 0 : 1
