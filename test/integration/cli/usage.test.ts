import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const root = new URL('../../../', import.meta.url)
const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>
}
/** Every command that is a program of ours, by its own words; the negotiator reads lines and takes no arguments. */
const COMMANDS = Object.entries(scripts).flatMap(([name, words]) => {
  const file = words.split(' ').at(-1) ?? ''
  return /^(src|evals)\//.test(file) && name !== 'negotiator' ? [{ name, file }] : []
})

const run = (file: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

describe('a command', () => {
  it.each(COMMANDS)('$name says how it is used, and refuses what it does not know with that', async ({ file }) => {
    const [helped, refused] = await Promise.all([run(file, '--help'), run(file, '--no-such-option')])
    expect(helped.code).toBe(0)
    expect(helped.out).toMatch(/^npm (run )?\w+/)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('--no-such-option')
    expect(refused.err).toContain(helped.out.trim())
    expect(refused.err).not.toMatch(/^\s+at /m)
  })

  it('refuses seeds that count down: a run of no plays would pass', async () => {
    const { code, err } = await run('evals/cli.ts', '--seeds', '9-3')
    expect(code).toBe(2)
    expect(err).toContain('from the lower to the higher')
  })

  it('does not take a demo without a terminal for a yes to everything', async () => {
    const { code, err } = await run('src/cli/demo.ts')
    expect(code).toBe(2)
    expect(err).toContain('--yes')
  })

  it('names the file that a demo cannot read', async () => {
    const { code, err } = await run('src/cli/demo.ts', '--yes', '--customer', '/no/such.json')
    expect(code).toBe(1)
    expect(err).toContain('/no/such.json does not exist')
    expect(err).not.toMatch(/^\s+at /m)
  })
})
