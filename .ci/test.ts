/**
 * `npm test`: types, lint, boundaries, the suites on the embedded database, the eval gates; in this order, with a table
 * of what took how long. A failed step is shown and the later ones still run, so that one run names every fault.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'boundaries', command: ['node', '.ci/boundaries.ts'] },
  {
    name: 'tests',
    command: [
      'vitest',
      'run',
      '--project',
      'fast',
      '--maxWorkers=3', // one may wait for a process or a lease while two cores work
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=reports/tests.json',
    ],
  },
  { name: 'attacks', command: ['node', '.ci/name-attacks.ts'] },
  { name: 'drawn attacks', command: ['node', 'evals/attack/cli.ts', '--sequences', '100', '--seed', '1'] },
  { name: 'eval gates', command: ['node', 'evals/cli.ts', '--gates', '--reports', 'reports/gates'] },
]

function run({ command: [program, ...args] }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: process.env })
    child.on('error', () => resolve(false)) // the program is missing: a failed step, named in the table
    child.on('exit', (code) => resolve(code === 0))
  })
}

mkdirSync('reports', { recursive: true })
const results: { name: string; ok: boolean; seconds: number }[] = []
for (const step of STEPS) {
  process.stdout.write(`\n── ${step.name}\n`)
  const begun = performance.now()
  const ok = await run(step)
  results.push({ name: step.name, ok, seconds: (performance.now() - begun) / 1000 })
}
process.stdout.write('\n')
for (const { name, ok, seconds } of results) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s\n`)
}
process.exit(results.every((r) => r.ok) ? 0 : 1)
