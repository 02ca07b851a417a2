import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../../src/db/embedded.ts'

describe('the embedded database, killed while it writes', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-crash-'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** Lets a process write, kills it after so many commits, and says which it had acknowledged. */
  async function writeAndDie(commits: number): Promise<readonly string[]> {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/writing-child.ts'), folder])
    const acknowledged: string[] = []
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(line)
      if (acknowledged.length === commits) break
    }
    const died = once(child, 'exit')
    child.kill('SIGKILL')
    expect(await died).toEqual([null, 'SIGKILL'])
    return acknowledged
  }

  it('loses nothing that was acknowledged, keeps transactions whole, and lets a successor in', async () => {
    for (const commits of [3, 40]) {
      const acknowledged = await writeAndDie(commits)
      const { pool, close } = await openEmbedded({ folder })
      const { rows } = await pool.query<{ person: string }>('select person from duty')
      const people = new Set(rows.map((row) => row.person))
      for (const i of acknowledged) {
        expect(people).toContain(`first-${i}`)
        expect(people).toContain(`second-${i}`)
      }
      const halves = [...people].map((person) => person.split('-')[1])
      expect(halves.filter((i) => halves.filter((j) => j === i).length !== 2)).toEqual([])
      await pool.query('delete from duty')
      await close()
    }
  }, 120_000)

  it('refuses a second process while the first lives', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/writing-child.ts'), folder])
    for await (const _ of createInterface(child.stdout)) break
    await expect(openEmbedded({ folder })).rejects.toMatchObject({
      code: 'DATABASE_IN_USE',
      facts: { pid: child.pid },
    })
    const died = once(child, 'exit')
    child.kill('SIGKILL')
    await died
  }, 60_000)
})
