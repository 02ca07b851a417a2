/**
 * The committed baseline: each grade of each scenario, with the seeds it was measured on. A run on the same seeds is
 * compared with it; quality that falls behind fails, and cost that rises fails unless quality rose with it.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Results } from './aggregate.ts'
import type { GradeRule } from './grade.ts'
import { GRADES, mean } from './grades.ts'

const FILE = join(import.meta.dirname, 'baseline.json')

const baselineSchema = z.strictObject({
  /** Of the plays, so that only like is compared with like. */
  seeds: z.array(z.int()),
  scenarios: z.record(z.string(), z.record(z.string(), z.number())),
})

export type Baseline = z.output<typeof baselineSchema>

/** Null while none was written. */
export async function readBaseline(): Promise<Baseline | null> {
  try {
    return baselineSchema.parse(JSON.parse(await readFile(FILE, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

export async function writeBaseline(results: Results, seeds: readonly number[]): Promise<void> {
  const rounded = (grades: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(grades).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]))
  const scenarios = Object.fromEntries(
    results.scenarios.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ id, grades }) => [id, rounded(grades)]),
  )
  await writeFile(FILE, `${JSON.stringify({ seeds, scenarios }, null, 1)}\n`)
}

/** How one grade stands against the baseline, over the scenarios that both have. */
export interface Comparison {
  readonly name: string
  readonly kind: GradeRule['kind']
  readonly unit: GradeRule['unit']
  readonly now: number
  readonly before: number
  /** Scenarios compared. */
  readonly count: number
  readonly verdict: 'better' | 'level' | 'worse'
}

/** Empty where the seeds are others than the baseline's. */
export function compare(results: Results, seeds: readonly number[], baseline: Baseline | null): readonly Comparison[] {
  if (baseline === null || !seeds.every((seed) => baseline.seeds.includes(seed))) return []
  return GRADES.flatMap((rule) => {
    const pairs = results.scenarios.flatMap(({ id, grades }) => {
      const [now, before] = [grades[rule.name], baseline.scenarios[id]?.[rule.name]]
      return now === undefined || before === undefined ? [] : [{ now, before }]
    })
    if (pairs.length === 0) return []
    const now = mean(pairs.map((pair) => pair.now))
    const before = mean(pairs.map((pair) => pair.before))
    return [{ ...rule, now, before, count: pairs.length, verdict: verdictOf(rule, now, before) }]
  }).map(({ name, kind, unit, now, before, count, verdict }) => ({ name, kind, unit, now, before, count, verdict }))
}

function verdictOf({ better, unit, tolerance, kind }: GradeRule, now: number, before: number): Comparison['verdict'] {
  const gain = better === 'higher' ? now - before : before - now
  const room = unit === 'money' || kind === 'cost' ? Math.abs(before) * tolerance : tolerance
  if (gain < -room) return 'worse'
  return gain > room ? 'better' : 'level'
}

/** Why the run fails against the baseline; empty when it does not. */
export function regressions(comparisons: readonly Comparison[]): readonly string[] {
  const rose = comparisons.some(({ kind, verdict }) => kind === 'quality' && verdict === 'better')
  return comparisons
    .filter(({ kind, verdict }) => verdict === 'worse' && (kind === 'quality' || !rose))
    .map(({ name, kind, now, before }) => `${kind} ${name} fell behind: ${now.toFixed(3)}, was ${before.toFixed(3)}`)
}
