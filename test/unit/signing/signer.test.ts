/** Signed documents: what fits, what does not, and what a bad key says about itself. */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signingKey } from '../../../src/signing/key-file.ts'
import { readReceipt } from '../../../src/signing/receipts.ts'
import { createSigner, verifyDocument } from '../../../src/signing/signer.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'

const key = await signingKey(null)
const signer = createSigner(key)

describe('a signed document', () => {
  it('comes back as it was signed', async () => {
    const jws = await signer.sign({ a: [1, 'ü'] })
    expect(await verifyDocument(`${jws}\n`, await signer.keys())).toEqual({ a: [1, 'ü'] })
  })

  it('is refused when a single character of any part was changed', async () => {
    const parts = (await signer.sign({ amount: '100.00' })).split('.')
    for (const index of [0, 1, 2]) {
      const changed = parts.map((part, at) => (at === index ? swapOne(part) : part)).join('.')
      await expect(verifyDocument(changed, await signer.keys()), `part ${index}`).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
    }
  })

  it('is refused under the keys of somebody else, and without a signature', async () => {
    const other = createSigner(await signingKey(null))
    await expect(verifyDocument(await other.sign({}), await signer.keys())).rejects.toThrow('None of these keys')
    const none = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${btoa('{}').replaceAll('=', '')}.`
    await expect(verifyDocument(none, await signer.keys())).rejects.toThrow('signature')
  })

  it('still verifies after the key was changed and the old one was kept in the set', async () => {
    const jws = await signer.sign({ old: true })
    const successor = JSON.parse(await signingKey(null))
    const rotated = createSigner(JSON.stringify({ keys: [successor, JSON.parse(key)] }))
    expect(await verifyDocument(jws, await rotated.keys())).toEqual({ old: true })
    await expect(verifyDocument(await rotated.sign({}), await signer.keys())).rejects.toThrow('None of these keys')
  })

  it('publishes no private part', async () => {
    expect(JSON.stringify(await signer.keys())).not.toContain(JSON.parse(key).d)
  })
})

describe('the key', () => {
  it.each(['', '{}', 'not json', '{"kty":"OKP","crv":"Ed25519","x":"short"}', '{"keys":[]}'])(
    'is refused as %j without being repeated',
    (json) => {
      expect(() => createSigner(json)).toThrow('PARLEY_SIGNING_KEY')
    },
  )

  it('cannot sign when it is only public', async () => {
    const [open] = (await signer.keys()).keys
    expect(() => createSigner(JSON.stringify(open))).toThrow('private')
  })

  it('is made once in the data folder, readable by its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-key-'))
    try {
      const [one, two] = await Promise.all([signingKey(folder), signingKey(folder)])
      expect(two).toBe(one)
      expect((await stat(join(folder, 'signing-key.json'))).mode & 0o777).toBe(0o600)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('a receipt', () => {
  it('says when its terms do not have the hash it names', async () => {
    const terms = { acts: [] }
    const good = await signer.sign({ terms, termsHash: termsHash(terms) })
    const bad = await signer.sign({ terms: { acts: [1] }, termsHash: termsHash(terms) })
    expect(await readReceipt(good, await signer.keys())).toMatchObject({ termsFit: true })
    expect(await readReceipt(bad, await signer.keys())).toMatchObject({ termsFit: false })
  })
})

/** Another letter in the middle: at the end of a part some bits carry nothing. */
function swapOne(part: string): string {
  const at = Math.floor(part.length / 2)
  return `${part.slice(0, at)}${part[at] === 'A' ? 'B' : 'A'}${part.slice(at + 1)}`
}
