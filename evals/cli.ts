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
import { readScenarios } from './read-scenarios.ts'
import { createRunner, type Trial } from './runner.ts'

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    gates: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    filter: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    scenarios: { type: 'string', default: join(import.meta.dirname, 'scenarios') },
  },
})

const scenarios = (await readScenarios(values.scenarios))
  .filter(({ id, group, tags }) => [id, group, ...tags].some((word) => word.includes(values.filter)))
  .filter(({ fast }) => fast || !values.gates)
if (values.list) {
  for (const { id, group, title } of scenarios) process.stdout.write(`${id.padEnd(40)} ${group.padEnd(14)} ${title}\n`)
} else {
  const runner = createRunner()
  const trials: Trial[] = []
  for (const [index, scenario] of scenarios.entries()) {
    process.stdout.write(color.dim(`[${index + 1}/${scenarios.length}] ${scenario.id} …\n`))
    const trial = await runner.run(scenario, Number(values.seed))
    if (values.verbose) tell(trial)
    trials.push(trial)
  }
  await runner.close()
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

/** The conversation as it went, for whoever writes a scenario. */
function tell({ transcript, seconds }: Trial): void {
  for (const { messages } of transcript?.threads ?? []) {
    for (const { role, text } of messages) {
      const who = { customer: color.cyan, assistant: color.green, 'duty-agent': color.yellow }[role](role)
      process.stdout.write(`${who}: ${text}\n`)
    }
  }
  for (const entry of transcript?.log ?? []) {
    if (entry.kind === 'action' && entry.action.do === 'say') continue
    process.stdout.write(color.dim(`  ${JSON.stringify(entry).slice(0, 400)}\n`))
  }
  process.stdout.write(color.dim(`  ${seconds.toFixed(1)} s\n`))
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
