/**
 * Names every attack of `test/e2e/attacks` and whether it was held off, from the report of the tests: in the default
 * output they would be a count. Fails when there are none, or one got through.
 *
 * @module
 */
import { readFileSync } from 'node:fs'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const report = JSON.parse(readFileSync('reports/tests.json', 'utf8')) as Report
const attacks = report.testResults
  .filter(({ name }) => name.includes('/test/e2e/attacks/'))
  .flatMap(({ assertionResults }) => assertionResults)
for (const { fullName, status } of attacks) process.stdout.write(`${status === 'passed' ? '✓' : '✗'} ${fullName}\n`)
const held = attacks.filter(({ status }) => status === 'passed').length
process.stdout.write(`${held} of ${attacks.length} attacks held off\n`)
process.exit(attacks.length > 0 && held === attacks.length ? 0 : 1)
