/**
 * `npm run evals`: plays the scenarios and prints which gates hold. `-- --list` names them, `-- --filter WORD` picks,
 * `-- --scenarios DIR` reads others, `-- --gates` is what `npm test` runs. Exits non-zero when any gate is not 1.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import color from 'picocolors'
import { readScenarios, runTrial, type Trial } from './runner.ts'

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    gates: { type: 'boolean', default: false },
    filter: { type: 'string', default: '' },
    scenarios: { type: 'string', default: join(import.meta.dirname, 'scenarios') },
  },
})

const scenarios = (await readScenarios(values.scenarios)).filter((scenario) => scenario.id.includes(values.filter))
if (values.list) {
  for (const scenario of scenarios) process.stdout.write(`${scenario.id.padEnd(40)} ${scenario.title}\n`)
} else {
  const trials: Trial[] = []
  for (const [index, scenario] of scenarios.entries()) {
    process.stdout.write(color.dim(`[${index + 1}/${scenarios.length}] ${scenario.id} …\n`))
    trials.push(await runTrial(scenario))
  }
  const scores = trials.flatMap((trial) => trial.scores)
  const failed = scores.filter((score) => score.value !== 1).length
  printTable(trials)
  await mkdir('reports', { recursive: true })
  await writeFile(
    'reports/evals.json',
    JSON.stringify({ numPassedTests: scores.length - failed, numFailedTests: failed, trials }, null, 1),
  )
  process.stdout.write(`${scores.length - failed} gates hold, ${failed} do not (${scenarios.length} scenarios)\n`)
  process.exitCode = failed === 0 && scenarios.length > 0 ? 0 : 1
}

function printTable(trials: readonly Trial[]): void {
  const table = new Table({ head: ['scenario', 'gates', 'because'], colWidths: [40, 9, 66], wordWrap: true })
  for (const { scenario, scores } of trials) {
    const held = scores.filter((score) => score.value === 1).length
    const faults = scores.filter((score) => score.value !== 1).map((score) => `${score.name}: ${score.because}`)
    const mark = held === scores.length ? color.green : color.red
    table.push([scenario.id, mark(`${held}/${scores.length}`), faults.join('\n') || scenario.because])
  }
  process.stdout.write(`${table.toString()}\n`)
}
