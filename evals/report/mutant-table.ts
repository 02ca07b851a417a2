/**
 * Which mutant was caught by what, on the terminal and in reports/mutants.json.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Table from 'cli-table3'
import color from 'picocolors'
import type { MutantResult } from '../mutants/run-mutants.ts'

/** Says whether all were caught. */
export async function reportMutants(folder: string, results: readonly MutantResult[]): Promise<boolean> {
  const table = new Table({
    head: ['mutant', 'caught by', 'because'],
    colWidths: [28, 34, 62],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const { mutant, foundBy, caught, fault, because } of results) {
    const mark = caught ? color.green('✓') : color.red('✗')
    table.push([`${mark} ${mutant.id}`, fault ?? (foundBy.join(', ') || 'nothing'), because || mutant.wrong])
  }
  const caught = results.filter((result) => result.caught).length
  process.stdout.write(`${table.toString()}\n${caught} of ${results.length} mutants caught\n`)
  await mkdir(folder, { recursive: true })
  const mutants = results.map(({ mutant: { id, wrong }, ...rest }) => ({ id, wrong, ...rest }))
  const counts = { numPassedTests: caught, numFailedTests: results.length - caught }
  await writeFile(join(folder, 'mutants.json'), `${JSON.stringify({ ...counts, mutants }, null, 1)}\n`)
  return caught === results.length && results.length > 0
}
