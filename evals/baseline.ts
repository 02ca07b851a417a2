/**
 * The committed baseline: the grades of each play. A run is compared with it play by play, on the plays that both have;
 * quality that falls behind fails, and cost that rises fails unless quality rose with it.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { GradeRule } from './grade.ts'
import { GRADES, mean } from './grades.ts'
import { nameOf, type Trial } from './trial.ts'

const FILE = join(import.meta.dirname, 'baseline.json')

/** Grades by the play's name. */
const baselineSchema = z.record(z.string(), z.record(z.string(), z.number()))

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

/** The plays that gave a grade, in the order of their names. */
export async function writeBaseline(trials: readonly Trial[]): Promise<void> {
  const sorted = Object.entries(baselineOf(trials)).toSorted(([a], [b]) => a.localeCompare(b))
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}

/** What a later run would be compared with. Hardships give no grades, and what failed is no yardstick. */
export function baselineOf(trials: readonly Trial[]): Baseline {
  const graded = trials.filter(({ grades, gates }) => grades.length > 0 && gates.every(({ value }) => value === 1))
  return Object.fromEntries(
    graded.map(({ order, grades }) => [
      nameOf(order),
      Object.fromEntries(grades.map(({ name, value }) => [name, Math.round(value * 10_000) / 10_000])),
    ]),
  )
}

/** How one grade stands against the baseline, over the plays that both have. */
export interface Comparison {
  readonly name: string
  readonly kind: GradeRule['kind']
  readonly unit: GradeRule['unit']
  readonly now: number
  readonly before: number
  /** Plays compared. */
  readonly count: number
  readonly verdict: 'better' | 'level' | 'worse'
}

/** Empty where the baseline has none of these plays. */
export function compare(trials: readonly Trial[], baseline: Baseline | null): readonly Comparison[] {
  if (baseline === null) return []
  return GRADES.flatMap((rule) => {
    const pairs = trials.flatMap(({ order, grades }) => {
      const now = grades.find(({ name }) => name === rule.name)?.value
      const before = baseline[nameOf(order)]?.[rule.name]
      return now === undefined || before === undefined ? [] : [{ now, before }]
    })
    if (pairs.length === 0) return []
    const now = mean(pairs.map((pair) => pair.now))
    const before = mean(pairs.map((pair) => pair.before))
    const { name, kind, unit } = rule
    return [{ name, kind, unit, now, before, count: pairs.length, verdict: verdictOf(rule, now, before) }]
  })
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
