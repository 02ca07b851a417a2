/**
 * Documents that prove where they come from without asking us: JSON in a compact JWS, signed with Ed25519.
 *
 * @module
 */
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  errors,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose'
import { z } from 'zod'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'

/** Every key that signed documents in circulation were signed with, as published at `/.well-known/jwks.json`. */
export type PublicKeys = JSONWebKeySet

export interface Signer {
  /** A compact JWS of the JSON. */
  sign(payload: object): Promise<string>
  keys(): Promise<PublicKeys>
}

const base64url = z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url')
const keySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url, d: base64url.optional() })
const signingSchema = z.union([
  keySchema.transform((key) => [key]),
  z.object({ keys: z.array(keySchema).min(1) }).transform(({ keys }) => keys),
])

/**
 * @param json a private Ed25519 JWK, or a set of JWKs: the first signs, the others only verify what they signed before
 * @throws InvalidInput when it is not that; the value is not repeated
 */
export function createSigner(json: string): Signer {
  const parsed = parseKeys(json)
  const [first] = parsed
  if (first?.d === undefined) throw badKey('must begin with a private key (with "d")')
  const { d, ...open } = first
  const key = once(() => importJWK({ ...open, d, alg: 'EdDSA' }, 'EdDSA'))
  const keys = once(() => published(parsed))
  return {
    keys,
    async sign(payload) {
      const header = { alg: 'EdDSA', typ: 'JWS', kid: (await keys()).keys[0]?.kid ?? '' }
      const bytes = new TextEncoder().encode(JSON.stringify(payload))
      return new CompactSign(bytes).setProtectedHeader(header).sign(await key())
    },
  }
}

async function published(parsed: readonly z.output<typeof keySchema>[]): Promise<PublicKeys> {
  const keys: JWK[] = []
  for (const { kty, crv, x } of parsed) {
    keys.push({ kty, crv, x, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint({ kty, crv, x }) })
  }
  return { keys }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * The JSON of a signed document.
 * @throws ParleyError INVALID_INPUT when none of the keys signed it, or it was changed
 */
export async function verifyDocument(jws: string, keys: PublicKeys): Promise<unknown> {
  try {
    const { payload } = await compactVerify(jws.trim(), createLocalJWKSet(keys), { algorithms: ['EdDSA'] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch (cause) {
    throw new ParleyError(
      'INVALID_INPUT',
      cause instanceof errors.JWKSNoMatchingKey
        ? 'None of these keys signed this document. Keys of another Parley are at its /.well-known/jwks.json.'
        : 'The signature does not fit: this document is not what was signed.',
      { cause },
    )
  }
}

function parseKeys(json: string): readonly z.output<typeof keySchema>[] {
  try {
    const parsed = signingSchema.safeParse(JSON.parse(json))
    if (parsed.success) return parsed.data
  } catch {
    // The text may hold the key: neither it nor the parser's quotation of it may reach a log.
  }
  throw badKey('must be an Ed25519 JWK or a set of them, as JSON')
}

function badKey(reason: string): InvalidInput {
  return new InvalidInput([{ path: 'PARLEY_SIGNING_KEY', reason }])
}
