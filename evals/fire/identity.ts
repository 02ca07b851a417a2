/**
 * An identity provider for the servers under fire: it publishes its keys, and its tokens are verified as in production.
 *
 * @module
 */
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { listenLocally } from '../../src/server/listen-locally.ts'

export interface Identity {
  /** What a server is configured with. */
  readonly env: Readonly<Record<string, string>>
  /** Of somebody who signed in just now. */
  token(who: Who): Promise<string>
  close(): Promise<void>
}

export interface Who {
  readonly subject: string
  readonly role: 'customer' | 'reviewer' | 'operator'
  readonly customerId?: string
}

const ISSUER = 'https://identity.fire.test'

export async function startIdentity(): Promise<Identity> {
  const keys = await generateKeyPair('ES256', { extractable: true })
  const published = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'fire', alg: 'ES256', use: 'sig' }] }
  const signing = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const signingKey = { ...(await exportJWK(signing.privateKey)), kid: 'fire-receipts', alg: 'EdDSA' }
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(published))
  })
  const { url, close } = await listenLocally(server)
  return {
    env: {
      PARLEY_JWKS_URL: `${url}/jwks.json`,
      PARLEY_JWT_ISSUER: ISSUER,
      PARLEY_SIGNING_KEY: JSON.stringify(signingKey),
    },
    token: ({ subject, role, customerId }) =>
      new SignJWT({
        role,
        auth_time: Math.floor(Date.now() / 1000),
        ...(customerId === undefined ? {} : { customer_id: customerId }),
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'fire' })
        .setSubject(subject)
        .setIssuer(ISSUER)
        .setAudience('parley')
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(keys.privateKey),
    close,
  }
}
