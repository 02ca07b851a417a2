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
})
