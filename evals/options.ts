/**
 * What `npm run evals` was asked for.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

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

/** Seeds that are looked at while scenarios and Parley are tuned, and those that grade: none is both. */
const FIRST_SEED = { tune: 1, grade: 1001 } as const

/** @throws Error that says what is wrong with the arguments */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options {
  const { values } = parseArgs({
    args: [...args],
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
  })
  const { baseline, model: _, ...rest } = values
  return {
    ...rest,
    writeBaseline: baseline,
    workers: whole('workers', values.workers),
    seeds: values.seed === undefined ? seedsOf(values.seeds, whole('k', values.k)) : [whole('seed', values.seed)],
    live: values.model === undefined ? null : liveModel(values.model, env),
  }
}

/** `grade` or `tune` with k seeds, or a range such as `5-12`. */
function seedsOf(text: string, k: number): readonly number[] {
  if (text === 'grade' || text === 'tune') return Array.from({ length: k }, (_, index) => FIRST_SEED[text] + index)
  const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  if (from === '') throw new Error('--seeds must be "grade", "tune" or a range such as 5-12')
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index)
}

/** The model by its name; where it is and what it is asked with come from the environment, as for Parley itself. */
function liveModel(name: string, env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const given = [
    'PARLEY_MODEL_BASE_URL',
    'PARLEY_MODEL_API_KEY',
    'PARLEY_MODEL_TIMEOUT_SECONDS',
    'PARLEY_MODEL_RETRIES',
  ]
  const set = given.flatMap((key) => (env[key] === undefined ? [] : [[key, env[key]] as const]))
  return { PARLEY_MODEL: name, ...Object.fromEntries(set) }
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1`)
  return value
}
