/**
 * What `npm run evals` was asked for.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { readArguments, WrongUsage, wholeNumber } from '../src/read-arguments.ts'

export interface Options {
  readonly scenarios: string
  readonly filter: string
  readonly list: boolean
  /** The fast subset, gates alone: what `npm test` runs. */
  readonly gates: boolean
  readonly mutants: boolean
  /** Also every `crash` scenario with a crash at each step, and with every change sent twice and late. */
  readonly faults: boolean
  readonly bail: boolean
  readonly verbose: boolean
  /** Writes what was measured as what later runs are compared with. */
  readonly writeBaseline: boolean
  readonly workers: number
  readonly seeds: readonly number[]
  /** The environment of a live model; null plays with the offline one. */
  readonly live: Readonly<Record<string, string>> | null
  readonly reports: string
}

const USAGE = `npm run evals -- [options]
  --filter WORD     only scenarios with it in their id, group or tags
  --list            says which there are and plays none
  --gates           the fast subset, gates alone
  --mutants         breaks Parley in known ways and says which gate notices
  --faults          also with a crash at each step, and with every change sent twice and late
  --seed S          one seed
  --seeds grade|tune|A-B, --k N
                    the seeds that grade (grade), those to tune with, or a range; N of them (1)
  --model NAME      a live model instead of the offline one, as PARLEY_MODEL_… say
  --workers N       processes side by side
  --bail            stops at the first failure
  --verbose         tells each play
  --baseline        writes what was measured as what later runs are compared with
  --scenarios DIR, --reports DIR`

/** Seeds that are looked at while scenarios and Parley are tuned, and those that grade: none is both. */
const FIRST_SEED = { tune: 1, grade: 1001 } as const

/** Ends the process with 2 and the usage where the arguments cannot be used. */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  return readArguments(
    USAGE,
    {
      options: {
        scenarios: { type: 'string', default: join(import.meta.dirname, 'scenarios') },
        filter: { type: 'string', default: '' },
        list: { type: 'boolean', default: false },
        gates: { type: 'boolean', default: false },
        mutants: { type: 'boolean', default: false },
        faults: { type: 'boolean', default: false },
        bail: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        baseline: { type: 'boolean', default: false },
        workers: { type: 'string', default: String(availableParallelism()) },
        seeds: { type: 'string', default: 'grade' },
        seed: { type: 'string' },
        k: { type: 'string', default: '1' },
        model: { type: 'string' },
        reports: { type: 'string', default: 'reports' },
      },
    },
    ({ values }) => {
      const { baseline, model: _, ...rest } = values
      return {
        ...rest,
        writeBaseline: baseline,
        workers: wholeNumber('workers', values.workers),
        seeds:
          values.seed === undefined
            ? seedsOf(values.seeds, wholeNumber('k', values.k))
            : [wholeNumber('seed', values.seed)],
        live: values.model === undefined ? null : liveModel(values.model, env),
      }
    },
    args,
  )
}

/** `grade` or `tune` with k seeds, or a range such as `5-12`. */
function seedsOf(text: string, k: number): readonly number[] {
  if (text === 'grade' || text === 'tune') return Array.from({ length: k }, (_, index) => FIRST_SEED[text] + index)
  const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (from === '') throw new WrongUsage('--seeds must be "grade", "tune" or a range such as 5-12')
  if (Number(to) < Number(from)) throw new WrongUsage(`--seeds go from the lower to the higher, not "${text}"`)
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
}

/** The model by its name; where it is and what it is asked with come from the environment, as for Parley itself. */
function liveModel(name: string, env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  if ((env.PARLEY_MODEL_BASE_URL || env.PARLEY_MODEL_API_KEY || '') === '') {
    throw new WrongUsage('--model needs PARLEY_MODEL_API_KEY, or PARLEY_MODEL_BASE_URL of a server without keys')
  }
  const given = [
    'PARLEY_MODEL_BASE_URL',
    'PARLEY_MODEL_API_KEY',
    'PARLEY_MODEL_TIMEOUT_SECONDS',
    'PARLEY_MODEL_RETRIES',
  ]
  const set = given.flatMap((key) => (env[key] === undefined ? [] : [[key, env[key]] as const]))
  return { PARLEY_MODEL: name, ...Object.fromEntries(set) }
}
