/** How a webhook's secret is kept: sealed under the operator's key, for that webhook alone. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSecretBox } from '../../../src/webhooks/secret-box.ts'

const SECRET = 'whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IQ=='
const key = () => randomBytes(32).toString('base64')

describe('a sealed secret', () => {
  it('opens again, and shows nothing of itself', async () => {
    const box = createSecretBox(key())
    const sealed = await box.seal(SECRET, 'webhook_1')
    expect(sealed).not.toContain(SECRET.slice(6, 16))
    expect(sealed).not.toBe(await box.seal(SECRET, 'webhook_1'))
    expect(await box.open(sealed, 'webhook_1')).toBe(SECRET)
  })

  it('does not open for another webhook, under another key, changed, or without a key', async () => {
    const box = createSecretBox(key())
    const sealed = await box.seal(SECRET, 'webhook_1')
    expect(await box.open(sealed, 'webhook_2')).toBeNull()
    expect(await createSecretBox(key()).open(sealed, 'webhook_1')).toBeNull()
    expect(await createSecretBox(null).open(sealed, 'webhook_1')).toBeNull()
    const [mark, iv, body = ''] = sealed.split('.')
    const other = body.startsWith('A') ? 'B' : 'A'
    expect(await box.open([mark, iv, other + body.slice(1)].join('.'), 'webhook_1')).toBeNull()
  })

  it('opens after a change of keys while the old one stands behind the new one', async () => {
    const [before, after] = [key(), key()]
    const sealed = await createSecretBox(before).seal(SECRET, 'w')
    const box = createSecretBox(`${after}, ${before}`)
    expect(await box.open(sealed, 'w')).toBe(SECRET)
    const anew = await box.seal(SECRET, 'w')
    expect(await createSecretBox(after).open(anew, 'w')).toBe(SECRET)
    expect(await createSecretBox(before).open(anew, 'w')).toBeNull()
  })
})

describe('a secret without a key', () => {
  it('is kept as it is, and stays readable once there is one', async () => {
    const stored = await createSecretBox(null).seal(SECRET, 'w')
    expect(stored).toBe(SECRET)
    expect(await createSecretBox(key()).open(stored, 'w')).toBe(SECRET)
  })
})

it.each(['', 'short', `${key()},`, `x${key()}`])('refuses the key %j without repeating it', (bad) => {
  try {
    createSecretBox(bad)
    expect.unreachable()
  } catch (error) {
    expect((error as Error).message).toContain('PARLEY_WEBHOOK_KEY: must be 32 random bytes in base64')
    if (bad.length > 10) expect((error as Error).message).not.toContain(bad.slice(0, 10))
  }
})
