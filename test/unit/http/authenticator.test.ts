import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createAuthenticator, createDemoAuthenticator, mintToken } from '../../../src/http/authenticator.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'

const clock = fixedClock('2026-11-22T10:00:00Z')
const now = Math.floor(clock.now().getTime() / 1000)
const secret = new TextEncoder().encode('a secret of the tests, 32 bytes or more')
const ANNA = { subject: 'u-anna', role: 'customer', customerId: 'c-anna' } as const

describe('demo tokens', () => {
  const authenticator = createDemoAuthenticator({ secret, clock })

  it('say who they were minted for', async () => {
    expect(await authenticator.authenticate(await mintToken({ secret, clock }, ANNA))).toEqual({
      ...ANNA,
      recentlySignedIn: true,
    })
    const rita = { subject: 'rita', role: 'reviewer', customerId: null } as const
    expect(await authenticator.authenticate(await mintToken({ secret, clock }, rita))).toEqual({
      ...rita,
      recentlySignedIn: true,
    })
  })

  it('run out', async () => {
    const late = createDemoAuthenticator({ secret, clock: fixedClock('2027-01-01T00:00:00Z') })
    await expect(late.authenticate(await mintToken({ secret, clock }, ANNA))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('of another secret prove nothing', async () => {
    const other = new TextEncoder().encode('another secret of 32 bytes or more!')
    const token = await mintToken({ secret: other, clock }, ANNA)
    await expect(authenticator.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it.each([
    ['a customer without an id', { role: 'customer' }],
    ['a role nobody has', { role: 'admin' }],
    ['no role', {}],
  ])('with %s prove nothing', async (_, claims) => {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('u')
      .setIssuer('parley-demo')
      .setAudience('parley')
      .setExpirationTime(now + 60)
      .sign(secret)
    await expect(authenticator.authenticate(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('give staff no customer, whatever the claims say', async () => {
    const token = await mintToken({ secret, clock }, { subject: 'rita', role: 'reviewer', customerId: 'c-anna' })
    expect(await authenticator.authenticate(token)).toMatchObject({ customerId: null })
  })
})

describe('tokens of an identity provider', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
  const authenticator = createAuthenticator({
    issuer: 'https://id.example',
    audience: 'parley',
    clock,
    keys: createLocalJWKSet({ keys: [jwk] }),
  })

  function token(change: { issuer?: string; audience?: string; expires?: number; signedIn?: unknown } = {}) {
    return new SignJWT({
      ...{ role: 'customer', customer_id: 'c-anna' },
      ...(change.signedIn === undefined ? {} : { auth_time: change.signedIn }),
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject('u-anna')
      .setIssuer(change.issuer ?? 'https://id.example')
      .setAudience(change.audience ?? 'parley')
      .setExpirationTime(change.expires ?? now + 300)
      .sign(privateKey)
  }

  it.each([
    ['a quarter of an hour ago is recent', now - 900, true],
    ['longer ago is not', now - 901, undefined],
    ['in the future is not believed', now + 31, undefined],
    ['that the token does not name is not', undefined, undefined],
  ])('say when the person signed in: a sign-in %s', async (_, signedIn, recent) => {
    expect((await authenticator.authenticate(await token({ signedIn }))).recentlySignedIn).toBe(recent)
  })

  it('prove nothing when the moment of the sign-in is no number', async () => {
    await expect(authenticator.authenticate(await token({ signedIn: 'now' }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('are taken with the right issuer, audience and time', async () => {
    expect(await authenticator.authenticate(await token())).toEqual(ANNA)
  })

  it('are taken within half a minute of clock skew, and not later', async () => {
    expect(await authenticator.authenticate(await token({ expires: now - 20 }))).toEqual(ANNA)
    await expect(authenticator.authenticate(await token({ expires: now - 40 }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it.each([{ issuer: 'https://evil.example' }, { audience: 'another' }])('are refused with %o', async (change) => {
    await expect(authenticator.authenticate(await token(change))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('are refused when signed with the public key as a shared secret', async () => {
    const forged = await new SignJWT({ role: 'operator' })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setSubject('mallory')
      .setIssuer('https://id.example')
      .setAudience('parley')
      .setExpirationTime(now + 300)
      .sign(new TextEncoder().encode(JSON.stringify(jwk)))
    await expect(authenticator.authenticate(forged)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('are refused when nobody signed them', async () => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
    const claims = { sub: 'mallory', role: 'operator', iss: 'https://id.example', aud: 'parley', exp: now + 300 }
    for (const alg of ['none', 'None', 'ES256']) {
      const unsigned = `${part({ alg, kid: 'k1' })}.${part(claims)}.`
      await expect(authenticator.authenticate(unsigned), alg).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  it('are refused when signed by an algorithm that was not pinned, though the key is known', async () => {
    const other = await generateKeyPair('ES384')
    const lenient = createAuthenticator({
      ...{ issuer: 'https://id.example', audience: 'parley', clock },
      keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(other.publicKey)), kid: 'k1' }] }),
    })
    const signed = await new SignJWT({ role: 'operator' })
      .setProtectedHeader({ alg: 'ES384', kid: 'k1' })
      .setSubject('mallory')
      .setIssuer('https://id.example')
      .setAudience('parley')
      .setExpirationTime(now + 300)
      .sign(other.privateKey)
    await expect(lenient.authenticate(signed)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('are refused without an end, without a subject, and before their beginning', async () => {
    const claims = () =>
      new SignJWT({ role: 'customer', customer_id: 'c-anna' })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer('https://id.example')
        .setAudience('parley')
    const faulty = [
      claims().setSubject('u-anna'),
      claims().setExpirationTime(now + 300),
      claims()
        .setSubject('u-anna')
        .setExpirationTime(now + 300)
        .setNotBefore(now + 60),
    ]
    for (const unfit of faulty) {
      await expect(authenticator.authenticate(await unfit.sign(privateKey))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      })
    }
  })

  it.each([
    ['time out', new errors.JWKSTimeout()],
    ['are on a host that refuses', new TypeError('fetch failed')],
    [
      'are answered with an error page',
      new errors.JOSEError('Expected 200 OK from the JSON Web Key Set HTTP response'),
    ],
  ])('are not called invalid when the keys %s', async (_, trouble) => {
    const unreachable = createAuthenticator({
      issuer: 'https://id.example',
      audience: 'parley',
      clock,
      keys: () => Promise.reject(trouble),
    })
    await expect(unreachable.authenticate(await token())).rejects.toMatchObject({
      code: 'IDENTITY_UNREACHABLE',
      cause: trouble,
    })
  })
})
