/**
 * reports/evals.json: counts for CI, results, and each trial's verdicts and end state, for the next run to compare with.
 *
 * @module
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Results } from '../aggregate.ts'
import type { Comparison } from '../baseline.ts'
import type { Grade } from '../grade.ts'
import type { Score } from '../score.ts'
import { type Came, cameOf } from '../scorers/end-state.ts'
import { nameOf, type Trial } from '../trial.ts'

export interface TrialRecord {
  readonly name: string
  readonly scenario: string
  readonly seed: number
  readonly hardship: string
  readonly gates: readonly Score[]
  readonly grades: readonly Grade[]
  readonly came: Came | null
  readonly seconds: number
}

export interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly results: Results
  readonly comparisons: readonly Comparison[]
  /** The same by group. */
  readonly byGroup: Readonly<Record<string, readonly Comparison[]>>
  readonly regressions: readonly string[]
  readonly trials: readonly TrialRecord[]
}

/** Each gate of each trial is a test, and so is each grade that is compared. */
export function reportOf(
  parts: Omit<Report, 'numPassedTests' | 'numFailedTests' | 'trials'>,
  trials: readonly Trial[],
): Report {
  const gates = trials.flatMap((trial) => trial.gates)
  const held = gates.filter(({ value }) => value === 1).length
  const lost = parts.regressions.length
  return {
    numPassedTests: held + Math.max(0, parts.comparisons.length - lost),
    numFailedTests: gates.length - held + lost,
    ...parts,
    trials: trials.map(recordOf),
  }
}

function recordOf({ order, transcript, gates, grades, seconds }: Trial): TrialRecord {
  const { scenario, seed, hardship } = order
  const came = transcript === null ? null : cameOf(transcript)
  return { name: nameOf(order), scenario: scenario.id, seed, hardship, gates, grades, came, seconds }
}

export async function writeJson(folder: string, report: Report): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'evals.json'), `${JSON.stringify(report, null, 1)}\n`)
}

/** The report of the last run; null where there is none, or one of another shape. */
export async function readLast(folder: string): Promise<Report | null> {
  try {
    const report = JSON.parse(await readFile(join(folder, 'evals.json'), 'utf8')) as Report
    return Array.isArray(report.trials) && report.results !== undefined ? report : null
  } catch {
    return null // the first run, or a report that was cut off: there is nothing to compare with
  }
}
