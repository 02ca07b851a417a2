/**
 * The evals test themselves: every mutant is played on the scenarios on which it should show, and one of its gates (or,
 * against an unmutated control, one of its grades) must find it.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { baselineOf, compare } from '../baseline.ts'
import { runTrials } from '../runner.ts'
import type { Scenario } from '../scenario.ts'
import type { Trial, TrialOrder } from '../trial.ts'
import { MUTANTS, type Mutant } from './mutants.ts'

export interface MutantResult {
  readonly mutant: Mutant
  /** The gates that failed and the grades that fell. */
  readonly foundBy: readonly string[]
  readonly caught: boolean
  /** Why it could not be judged; null where it could. */
  readonly fault: string | null
  readonly because: string
}

export interface MutantOptions {
  readonly workers: number
  readonly seed: number
  readonly filter: string
  readonly onResult?: (result: MutantResult) => void
}

/** Plays every mutant; a mutant whose source is not there any more, or without a scenario, is a fault and not caught. */
export async function runMutants(
  scenarios: readonly Scenario[],
  options: MutantOptions,
): Promise<readonly MutantResult[]> {
  const mutants = MUTANTS.filter(({ id }) => id.includes(options.filter))
  const fine = await control(mutants, scenarios, options)
  const results: MutantResult[] = []
  const queue = [...mutants]
  async function work(): Promise<void> {
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
      const result = await runMutant(mutant, scenarios, fine, options)
      results.push(result)
      options.onResult?.(result)
    }
  }
  await Promise.all(Array.from({ length: options.workers }, work))
  return results.toSorted((a, b) => mutants.indexOf(a.mutant) - mutants.indexOf(b.mutant))
}

/** The same plays without a mutant: what fails there says nothing about one. */
async function control(
  mutants: readonly Mutant[],
  scenarios: readonly Scenario[],
  { workers, seed }: MutantOptions,
): Promise<ReadonlyMap<string, Trial>> {
  const orders = new Map(
    mutants.flatMap((mutant) => ordersOf(mutant, scenarios, seed).map((order) => [keyOf(order), order])),
  )
  const trials = await runTrials([...orders.values()], { workers, live: null })
  return new Map(trials.map((trial) => [keyOf(trial.order), trial]))
}

async function runMutant(
  mutant: Mutant,
  scenarios: readonly Scenario[],
  fine: ReadonlyMap<string, Trial>,
  { seed }: MutantOptions,
): Promise<MutantResult> {
  const orders = ordersOf(mutant, scenarios, seed)
  const fault = stale(mutant) ?? (orders.length === 0 ? 'no scenario to show it on' : null)
  if (fault !== null) return { mutant, foundBy: [], caught: false, fault, because: '' }
  const trials = await runTrials(orders, {
    workers: 1,
    live: null,
    preload: [join(import.meta.dirname, 'loader.ts')],
    env: { PARLEY_EVALS_MUTANT: mutant.id },
  })
  const failed = trials.flatMap((trial) =>
    trial.gates
      .filter(({ name, value }) => value !== 1 && holds(fine.get(keyOf(trial.order)), name))
      .map(({ name, because }) => ({ name, because })),
  )
  const fallen = worseGrades(trials, fine)
  const foundBy = [...new Set([...failed.map(({ name }) => name), ...fallen])]
  const caught = mutant.caughtBy.some((name) => foundBy.includes(name))
  return { mutant, foundBy, caught, fault: null, because: failed[0]?.because.slice(0, 200) ?? fallen.join(', ') }
}

/** Whether the gate held in the control; one that broke off held none. */
function holds(trial: Trial | undefined, gate: string): boolean {
  if (trial === undefined || trial.transcript === null) return false
  return trial.gates.every(({ name, value }) => name !== gate || value === 1)
}

function worseGrades(trials: readonly Trial[], fine: ReadonlyMap<string, Trial>): readonly string[] {
  const controls = trials.flatMap((trial) => fine.get(keyOf(trial.order)) ?? [])
  return compare(trials, baselineOf(controls))
    .filter(({ kind, verdict }) => kind === 'quality' && verdict === 'worse')
    .map(({ name }) => name)
}

function ordersOf(
  { scenarios: wanted, twice }: Mutant,
  scenarios: readonly Scenario[],
  seed: number,
): readonly TrialOrder[] {
  return scenarios
    .filter(({ id }) => wanted.some((name) => id.startsWith(name)))
    .map((scenario) => ({ scenario, seed, hardship: twice === true ? 'twice' : 'none' }))
}

function keyOf({ scenario, seed, hardship }: TrialOrder): string {
  return `${scenario.id} ${seed} ${hardship}`
}

/** The change that has nothing to change any more; null while all are there. */
function stale({ changes }: Mutant): string | null {
  const gone = changes.find(
    ({ file, from }) => !readFileSync(join(import.meta.dirname, '../..', file), 'utf8').includes(from),
  )
  return gone === undefined ? null : `${gone.file} does not hold "${gone.from}" any more`
}
