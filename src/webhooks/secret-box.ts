/**
 * How webhook secrets are kept: under a key of the operator's (AES-256-GCM), or as they are where none is configured.
 *
 * @module
 */
import { InvalidInput } from '../../tools/shared/errors.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** Seals secrets before they are stored and opens them before they sign. */
export interface SecretBox {
  /** @param id the webhook's: a secret that is moved to another webhook does not open there */
  seal(secret: string, id: string): Promise<string>
  /** Null when no key of ours opens it. */
  open(stored: string, id: string): Promise<string | null>
}

const MARK = 'sealed1'
const IV_BYTES = 12

/**
 * @param keys 32 bytes each, in base64, separated by commas: the first seals, all open; null keeps secrets as they are
 * @throws InvalidInput when they are not that; the value is not repeated
 */
export function createSecretBox(keys: string | null): SecretBox {
  const given = keys === null ? [] : keys.split(',').map((key) => bytesOf(key.trim()))
  const rings = given.map((bytes) => once(() => importKey(bytes)))
  const [first] = rings
  return {
    async seal(secret, id) {
      if (first === undefined) return secret
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const sealed = await crypto.subtle.encrypt(algorithm(iv, id), await first(), new TextEncoder().encode(secret))
      return [MARK, toBase64(iv), toBase64(new Uint8Array(sealed))].join('.')
    },

    async open(stored, id) {
      // What was registered before there was a key stays as it is until it is registered again.
      const [mark, iv, sealed] = stored.split('.')
      if (mark !== MARK || iv === undefined || sealed === undefined) return stored
      for (const ring of rings) {
        const opened = await crypto.subtle
          .decrypt(algorithm(fromBase64(iv), id), await ring(), fromBase64(sealed))
          .catch(() => null)
        if (opened !== null) return new TextDecoder().decode(opened)
      }
      return null
    },
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, id: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(key)) {
    throw new InvalidInput([{ path: 'PARLEY_WEBHOOK_KEY', reason: 'must be 32 random bytes in base64' }])
  }
  return fromBase64(key)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
