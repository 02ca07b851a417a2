/** `npm run audit` as a program of its own, on an embedded database in a folder. */
import { spawn } from 'node:child_process'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAnchor } from '../../../src/audit/make-anchor.ts'
import { openEmbedded } from '../../../src/db/embedded.ts'
import { PARLEY } from '../../../src/db/identity.ts'
import { record } from '../../../src/db/postgres-audit.ts'
import { signingKey } from '../../../src/signing/key-file.ts'
import { createSigner } from '../../../src/signing/signer.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import { asOwner } from '../../support/as-owner.ts'
import { movableClock } from '../../support/gate.ts'

let folder: string
const clock = movableClock()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-audit-'))
  await onDatabase(async ({ pool }) => {
    for (const subject of ['a', 'b', 'c']) {
      await record({ customerId: null, actor: 'r', action: 'x.y', subject, detail: {}, at: clock.now() }, pool)
    }
    const signer = createSigner(await signingKey(folder))
    await makeAnchor({ db: pool, signer, clock })
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function onDatabase(work: (database: Awaited<ReturnType<typeof openEmbedded>>) => Promise<void>) {
  const database = await openEmbedded({ folder: join(folder, 'db'), fallback: PARLEY })
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

const audit = (...args: string[]) => auditIn(folder, ...args)

function auditIn(data: string, ...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../../src/cli/audit.ts'), ...args], {
      env: { PATH: process.env.PATH, PARLEY_DATA: data, NODE_NO_WARNINGS: '1' },
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      out += chunk
    })
    child.on('close', (code) => resolve({ code, out }))
  })
}

it('verifies, keeps an anchor elsewhere, and finds what was changed behind its back', async () => {
  expect(await audit('verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('3 entries, 1 anchors: in order'),
  })
  const kept = await audit('anchor')
  await writeFile(join(folder, 'anchor.jws'), kept.out)
  await onDatabase((database) =>
    asOwner({ ...database, kind: 'pglite' }, async (db) => {
      await db.query(`update audit_entries set subject = 'z' where subject = 'b'`)
      await db.query('delete from audit_anchors')
    }),
  )
  const found = await audit('verify', '--anchor', join(folder, 'anchor.jws'))
  expect(found.code).toBe(1)
  expect(found.out).toContain('changed: entry 2')
}, 120_000)

it('verifies nothing with a key made for the purpose', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'parley-elsewhere-'))
  const file = join(elsewhere, 'receipt.jws')
  await writeFile(file, await createSigner(await signingKey(folder)).sign({ type: 'approval-receipt' }))
  const data = join(elsewhere, 'data')
  expect(await auditIn(data, 'receipt', file)).toMatchObject({ code: 1, out: expect.stringContaining('--keys FILE') })
  await expect(access(data)).rejects.toMatchObject({ code: 'ENOENT' })
  await signingKey(data)
  expect((await auditIn(data, 'receipt', file)).out).toContain('None of these keys signed this document')
  await rm(elsewhere, { recursive: true })
}, 60_000)

it('verifies a receipt offline, and says when it was changed', async () => {
  const signer = createSigner(await signingKey(folder))
  const file = join(folder, 'receipt.jws')
  const terms = { acts: [] }
  const jws = await signer.sign({ type: 'approval-receipt', terms, termsHash: termsHash(terms) })
  await writeFile(file, jws)
  expect(await audit('receipt', file)).toMatchObject({ code: 0, out: expect.stringContaining('fit') })
  await writeFile(file, jws.replace('.', '.A'))
  expect((await audit('receipt', file)).code).toBe(1)
  expect((await audit('verify', 'too', 'much')).code).toBe(2)
}, 60_000)
