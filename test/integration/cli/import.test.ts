import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAuthenticator } from '../../../src/http/authenticator.ts'
import { demoSecret } from '../../../src/server/demo-secret.ts'
import { systemClock } from '../../../tools/shared/clock.ts'

/** The program as somebody types it, on a data folder of its own and with no server beside it. */
describe('npm run import', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { ...process.env, DATABASE_URL: '', PARLEY_DATA: join(folder, 'data'), PORT: '4321' }
    return new Promise((resolve) => {
      execFile(process.execPath, ['src/cli/import.ts', ...args], { env }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err })
      })
    })
  }

  it('takes a file over and prints a link that signs the customer in', async () => {
    const file = join(folder, 'anna.json')
    await writeFile(file, `\uFEFF${await readFile('src/demo/anna.json', 'utf8')}`)
    const { code, out } = await run(file)
    expect(out).toContain('3 added, 0 updated, 0 unchanged')
    expect(code).toBe(0)
    expect((await stat(join(folder, 'data'))).mode & 0o077).toBe(0) // what people owe is nobody else's to read
    const token = /http:\/\/127\.0\.0\.1:4321\/#token=(\S+)/.exec(out)?.[1] ?? ''
    const authenticator = createDemoAuthenticator({
      secret: await demoSecret(join(folder, 'data')),
      clock: systemClock,
    })
    expect(await authenticator.authenticate(token)).toMatchObject({
      subject: 'c-anna',
      role: 'customer',
      customerId: 'c-anna',
    })
  })

  it.each([
    ['does not exist', '/nowhere/customer.json'],
    ['is a folder', tmpdir()],
    ['is not JSON', 'README.md'],
  ])('says which file %s', async (reason, path) => {
    const { code, err } = await run(path)
    expect(err).toContain(`${path} ${reason}`)
    expect(code).toBe(1)
  })
})
