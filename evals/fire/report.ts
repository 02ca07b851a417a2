/**
 * The table of faults and what they led to, and the same as JSON.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import Table from 'cli-table3'
import color from 'picocolors'
import type { Toll } from './toll.ts'
import { VIOLATIONS } from './violation.ts'

/** A play with a name; what is wrong after it counts for every fault in it, because any of them may be the cause. */
export interface Play {
  readonly name: string
  readonly toll: Toll
}

/** Prints the table, writes `reports/fire.json`, and says whether every count is zero. */
export async function report(plays: readonly Play[], seed: number): Promise<boolean> {
  const faults = rows(plays)
  const table = new Table({
    head: ['fault', 'rounds', ...VIOLATIONS],
    colAligns: ['left', ...Array(6).fill('right')],
    style: { head: [], border: [] },
  })
  for (const { fault, rounds, counts } of faults) table.push([fault, rounds, ...counts.map(shown)])
  process.stdout.write(`${table.toString()}\n`)
  const wrong = plays.flatMap(({ name, toll }) => [
    ...toll.violations.map(({ kind, because }) => `${name}: ${kind}: ${because}`),
    ...[...toll.unreached].map(([fault, because]) => `${name}: the fault "${fault}" never struck: ${because}`),
  ])
  for (const line of wrong) process.stdout.write(`${color.red('✗')} ${line}\n`)
  const strikes = faults.reduce((sum, { rounds }) => sum + rounds, 0)
  const journeys = plays.reduce((sum, { toll }) => sum + toll.journeys, 0)
  process.stdout.write(
    `${strikes} strikes, ${journeys} customers went the whole way, ${wrong.length} faults found (seed ${seed})\n`,
  )
  const good = faults.filter(({ rounds, counts }) => rounds > 0 && counts.every((count) => count === 0)).length
  await mkdir('reports', { recursive: true })
  await writeFile(
    'reports/fire.json',
    JSON.stringify(
      { numPassedTests: good, numFailedTests: faults.length - good, seed, strikes, journeys, faults, wrong },
      null,
      1,
    ),
  )
  return wrong.length === 0 && faults.length > 0
}

function rows(plays: readonly Play[]) {
  const names = [...new Set(plays.flatMap(({ toll }) => [...toll.rounds.keys(), ...toll.unreached.keys()]))]
  return names.map((fault) => {
    const here = plays.filter(({ toll }) => toll.rounds.has(fault) || toll.unreached.has(fault))
    return {
      fault,
      rounds: here.reduce((sum, { toll }) => sum + (toll.rounds.get(fault) ?? 0), 0),
      counts: VIOLATIONS.map(
        (kind) => here.flatMap(({ toll }) => toll.violations).filter((v) => v.kind === kind).length,
      ),
    }
  })
}

function shown(count: number): string {
  return count === 0 ? '0' : color.red(String(count))
}
