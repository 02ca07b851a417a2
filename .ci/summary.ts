/**
 * Adds up the reports of all suites and ends with "N passed, N failed". A suite without a report, a report without a
 * test, or a step that failed without a failed test each count as one failure: silence is not a pass.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'

const SUITES = ['tests', 'evals', 'mutants', 'attack', 'locks-out', 'fire', 'postgres', 'worker'] as const

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites?: number
}

let passed = 0
let failed = 0
for (const suite of SUITES) {
  const file = `reports/${suite}.json`
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  const [ok, bad] = report === null ? [0, 1] : [report.numPassedTests, report.numFailedTests]
  const empty = ok + bad === 0 ? 1 : 0
  passed += ok
  failed += bad + empty
  process.stdout.write(`${suite.padEnd(9)} ${report === null ? 'no report' : `${ok} passed, ${bad} failed`}\n`)
}
const failedSteps = Number(process.argv[2] ?? 0)
if (failedSteps > 0 && failed === 0) failed = failedSteps
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
