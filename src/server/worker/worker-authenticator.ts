/**
 * Who may speak to the Worker: tokens of an identity provider, or demo tokens where a secret for them is bound.
 *
 * @module
 */
import { systemClock } from '../../../tools/shared/clock.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'
import type { Config } from '../../config/env.ts'
import { createAuthenticator, createDemoAuthenticator } from '../../http/authenticator.ts'
import type { Authenticator } from '../../http/principal.ts'

const LEAST_SECRET_BYTES = 32

/** Kept over the requests of an isolate, with the provider's keys: bindings do not change while it lives. */
let made: { readonly auth: string; readonly authenticator: Authenticator } | null = null

/**
 * @param demoSecret for local runs and tests; with an identity provider it is not looked at
 * @throws ParleyError CONFIG_INVALID when neither is configured, or the secret is short
 */
export function workerAuthenticator(auth: Config['auth'], demoSecret: string | undefined): Authenticator {
  const key = JSON.stringify([auth, demoSecret])
  if (made?.auth !== key) made = { auth: key, authenticator: make(auth, demoSecret) }
  return made.authenticator
}

function make(auth: Config['auth'], demoSecret: string | undefined): Authenticator {
  if (auth.kind === 'jwks') return createAuthenticator({ ...auth, clock: systemClock, keys: new URL(auth.url) })
  const secret = new TextEncoder().encode(demoSecret ?? '')
  if (secret.length < LEAST_SECRET_BYTES) {
    throw new ParleyError(
      'CONFIG_INVALID',
      `Set PARLEY_JWKS_URL and PARLEY_JWT_ISSUER, or for a local run the secret PARLEY_DEMO_SECRET of at least ${LEAST_SECRET_BYTES} bytes.`,
    )
  }
  return createDemoAuthenticator({ secret, clock: systemClock })
}
