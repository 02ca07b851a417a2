import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const HOME = join(import.meta.dirname, '../../..')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A small house with these files, checked by the real rules. */
function check(files: Readonly<Record<string, string>>): { readonly code: number | null; readonly said: string } {
  const house = mkdtempSync(join(tmpdir(), 'boundaries-'))
  folders.push(house)
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(HOME, name), join(house, name))
  symlinkSync(join(HOME, 'node_modules'), join(house, 'node_modules'))
  for (const folder of ['tools', 'agents', 'src', 'evals', 'test']) mkdirSync(join(house, folder))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const run = spawnSync(process.execPath, [join(HOME, '.ci/boundaries.ts')], { cwd: house, encoding: 'utf8' })
  return { code: run.status, said: run.stderr + run.stdout }
}

const EXECUTOR = { 'tools/commitments/executor.ts': 'export interface CommitmentExecutor { execute(): void }\n' }

describe('the boundaries', () => {
  it('let a straight arrow pass', () => {
    const { code, said } = check({
      'tools/money.ts': 'export const cents = 100\n',
      'agents/graph.ts': "export { cents } from '../tools/money.ts'\n",
    })
    expect(said).toContain('0 violations')
    expect(code).toBe(0)
  })

  it('name every rule that an import breaks', () => {
    const { code, said } = check({
      ...EXECUTOR,
      'agents/graph.ts': "import type { Server } from '../src/server.ts'\nexport type G = Server\n",
      'src/server.ts':
        "import type { CommitmentExecutor } from '../tools/commitments/executor.ts'\nexport type Server = CommitmentExecutor\n",
      'src/sandbox/bank.ts':
        "import type { CommitmentExecutor } from '../../tools/commitments/executor.ts'\nexport type Bank = CommitmentExecutor\n",
      'src/db/embedded.ts': 'export const embedded = 1\n',
      'src/server/worker.ts': "export { embedded } from '../db/embedded.ts'\n",
      'tools/rule.ts':
        "import { readFileSync } from 'node:fs'\nimport pg from 'pg'\nexport const rule = [readFileSync, pg]\n",
      'tools/round.ts': "import { square } from './square.ts'\nexport const round = square\n",
      'tools/square.ts': "import { round } from './round.ts'\nexport const square: unknown = () => round\n",
      'evals/peek.ts': "export { embedded } from '../src/db/embedded.ts'\n",
      'src/lean.ts': "export { helper } from '../test/helper.ts'\n",
      'test/helper.ts': 'export const helper = 1\n',
    })
    for (const rule of [
      'agents-look-down-only',
      'only-the-job-reaches-the-executor',
      'sandbox-knows-only-the-protocol',
      'worker-never-reaches-the-embedded-database',
      'engines-are-pure',
      'engines-touch-no-machine',
      'no-cycles',
      'evals-come-in-by-the-front-door',
      'nothing-imports-test',
    ]) {
      expect(said, rule).toContain(`${rule}:`)
    }
    expect(code).toBe(1)
  })

  it('fail when no module was read', () => {
    expect(check({})).toMatchObject({ code: 1, said: expect.stringContaining('no modules were read') })
  })
})
