/**
 * `npm run vectors -- [folder]`: runs the vector files of a folder (default `test/vectors`) against the engines.
 *
 * Prints a table of files and every value that differs; exits with 1 when anything does, or cannot be run.
 *
 * @module
 */
import Table from 'cli-table3'
import { readArguments } from '../read-arguments.ts'
import { ADAPTERS } from './vectors/adapters.ts'
import { type FileReport, runVectors } from './vectors/run.ts'

const folder = readArguments(
  'npm run vectors -- [FOLDER]\n  FOLDER  of vector files (test/vectors)',
  { allowPositionals: true, options: {} },
  ({ positionals }) => positionals[0] ?? 'test/vectors',
)
try {
  const reports = await runVectors(folder, ADAPTERS)
  printFiles(reports)
  printFailures(reports)
  process.exitCode = reports.every(isClean) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function printFiles(reports: readonly FileReport[]): void {
  const table = new Table({ head: ['file', 'passed', 'failed', ''], style: { head: [], border: [] } })
  for (const { file, passed, failures, error } of reports) {
    table.push([file, passed, failures.length, error === null ? (failures.length === 0 ? 'ok' : 'FAILED') : 'ERROR'])
  }
  const passed = reports.reduce((sum, report) => sum + report.passed, 0)
  const failed = reports.reduce((sum, report) => sum + report.failures.length, 0)
  table.push([`${reports.length} files`, passed, failed, reports.every(isClean) ? 'ok' : 'FAILED'])
  console.log(table.toString())
}

function printFailures(reports: readonly FileReport[]): void {
  for (const report of reports) {
    if (report.error !== null) console.log(`\n${report.file}: ${report.error}`)
    for (const { id, differences, error } of report.failures) {
      console.log(`\n${report.file} / ${id}${error === null ? '' : `: ${error}`}`)
      for (const { path, expected, actual } of differences) {
        console.log(`  ${path === '' ? 'value' : path}: expected ${expected}, got ${actual}`)
      }
    }
  }
}

function isClean(report: FileReport): boolean {
  return report.error === null && report.failures.length === 0
}
