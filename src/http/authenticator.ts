/**
 * Bearer tokens as JWTs: signed by a local secret for the demo, or by the keys an identity provider publishes.
 *
 * @module
 */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { type Authenticator, type Principal, ROLES } from './principal.ts'

/** Asymmetric algorithms alone: a published key must never be taken for a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']
const CLOCK_SKEW_SECONDS = 30
/** The keys could not be fetched, or are none. */
const OUR_TROUBLE: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])
/** A sign-in counts as recent for a quarter of an hour. */
const RECENT_SECONDS = 15 * 60
/** Nobody signs in to the demo: its links are the sign-in, and good for as long as they are. */
const DEMO_DAYS = 30
const DEMO = { issuer: 'parley-demo', audience: 'parley' }

const claimsSchema = z
  .object({
    sub: z.string().min(1).max(200),
    role: z.enum(ROLES),
    customer_id: z.string().min(1).max(100).optional(),
    auth_time: z.number().int().optional(),
  })
  .refine((claims) => claims.role !== 'customer' || claims.customer_id !== undefined)

/** Verifies tokens of an identity provider; role and customer come from the claims `role` and `customer_id`. */
export function createAuthenticator(options: {
  readonly issuer: string
  readonly audience: string
  readonly clock: Clock
  /** Where the keys are published, or the keys themselves. */
  readonly keys: URL | JWTVerifyGetKey
  /** How old a sign-in may be for what needs a recent one; a quarter of an hour unless told. */
  readonly recentSeconds?: number
}): Authenticator {
  const recency = { clock: options.clock, seconds: options.recentSeconds ?? RECENT_SECONDS }
  const keys = reachable(options.keys instanceof URL ? createRemoteJWKSet(options.keys) : options.keys)
  return {
    authenticate: (token) =>
      principalOf(async () => {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ALGORITHMS,
          issuer: options.issuer,
          audience: options.audience,
          clockTolerance: CLOCK_SKEW_SECONDS,
          currentDate: options.clock.now(),
          requiredClaims: ['exp', 'sub'],
        })
        return payload
      }, recency),
  }
}

/** Verifies tokens that `mintToken` made with the same secret (at least 32 bytes). */
export function createDemoAuthenticator(options: {
  readonly secret: Uint8Array
  readonly clock: Clock
  /** As for `createAuthenticator`; as long as a demo token is good unless told. */
  readonly recentSeconds?: number
}): Authenticator {
  const recency = { clock: options.clock, seconds: options.recentSeconds ?? DEMO_DAYS * 86_400 }
  return {
    authenticate: (token) =>
      principalOf(async () => {
        const { payload } = await jwtVerify(token, options.secret, {
          algorithms: ['HS256'],
          ...DEMO,
          clockTolerance: CLOCK_SKEW_SECONDS,
          currentDate: options.clock.now(),
          requiredClaims: ['exp', 'sub'],
        })
        return payload
      }, recency),
  }
}

/** A demo token, valid for `days` (30 unless told). */
export function mintToken(
  options: { readonly secret: Uint8Array; readonly clock: Clock; readonly days?: number },
  who: Principal,
): Promise<string> {
  const now = Math.floor(options.clock.now().getTime() / 1000)
  return new SignJWT({
    role: who.role,
    auth_time: now,
    ...(who.customerId === null ? {} : { customer_id: who.customerId }),
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(who.subject)
    .setIssuer(DEMO.issuer)
    .setAudience(DEMO.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + (options.days ?? DEMO_DAYS) * 86_400)
    .sign(options.secret)
}

/** An identity provider that cannot be asked is our trouble, not the caller's: nobody's token is called invalid for it. */
function reachable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (cause) {
      if (cause instanceof errors.JOSEError && !OUR_TROUBLE.has(cause.code)) throw cause
      const message =
        'Tokens cannot be checked: the identity provider does not publish its keys just now. Try again soon.'
      throw new ParleyError('IDENTITY_UNREACHABLE', message, { cause })
    }
  }
}

async function principalOf(
  verify: () => Promise<JWTPayload>,
  recency: { readonly clock: Clock; readonly seconds: number },
): Promise<Principal> {
  const claims = claimsSchema.safeParse(await verified(verify))
  if (!claims.success) throw refused('The token names no subject, role or customer that Parley knows.')
  const { sub, role, customer_id: customerId, auth_time: signedIn } = claims.data
  const age = recency.clock.now().getTime() / 1000 - (signedIn ?? Number.NEGATIVE_INFINITY)
  // A sign-in in the future is a clock that is wrong, or a token that lies.
  const recent = age <= recency.seconds && age >= -CLOCK_SKEW_SECONDS
  return {
    subject: sub,
    role,
    customerId: role === 'customer' ? (customerId ?? null) : null,
    ...(recent ? { recentlySignedIn: true as const } : {}),
  }
}

async function verified(verify: () => Promise<JWTPayload>): Promise<JWTPayload> {
  try {
    return await verify()
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw refused('The token is not valid, or no longer valid. Sign in again.', error)
  }
}

function refused(message: string, cause?: unknown): ParleyError {
  return new ParleyError('UNAUTHENTICATED', message, { cause })
}
