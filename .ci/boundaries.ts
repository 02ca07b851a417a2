/**
 * Checks the arrow between folders. A run that saw no modules is a failure: a parser that reads nothing finds nothing.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'

const run = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'tools', 'agents', 'src', 'evals', 'test'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
)
if (run.stdout === '') {
  process.stderr.write(run.stderr)
  process.exit(1)
}
const { summary, modules } = JSON.parse(run.stdout) as {
  summary: { violations: { rule: { name: string; severity: string }; from: string; to: string }[] }
  modules: { source: string }[]
}
const own = modules.filter((m) => /^(tools|agents|src|evals|test)\//.test(m.source))
if (own.length === 0) {
  process.stderr.write('boundaries: no modules were read, so nothing was checked\n')
  process.exit(1)
}
for (const violation of summary.violations) {
  process.stderr.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`)
}
process.stdout.write(`boundaries: ${own.length} modules, ${summary.violations.length} violations\n`)
process.exit(summary.violations.length === 0 ? 0 : 1)
