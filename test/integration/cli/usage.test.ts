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
  return /^(src|evals)\//.test(file) && name !== 'negotiator' && !name.includes(':') ? [{ name, file }] : []
})

const run = (file: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

describe('a command', () => {
  it.each(COMMANDS)('$name refuses what it does not know, with how it is used', async ({ file }) => {
    const { code, out, err } = await run(file, '--no-such-option')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('--no-such-option')
    expect(err).toMatch(/^npm (run )?\w+/m)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it('says how it is used when asked', async () => {
    const { code, out, err } = await run('src/cli/demo.ts', '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^npm run demo/)
  })
})
