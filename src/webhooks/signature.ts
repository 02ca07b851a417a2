/**
 * Secrets and signatures in the manner of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`.
 *
 * @module
 */
import { fromBase64, toBase64 } from './base64.ts'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** `whsec_` and at least 24 bytes in base64, as whoever registers a task's webhook brings their own. */
export const SECRET_FORM = /^whsec_(?:[A-Za-z0-9+/]{4}){8,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export function newSecret(): string {
  return PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
}

export interface SignedHeaders extends Record<string, string> {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/**
 * The headers of one try. The id is that of the delivery and the same on every try; the timestamp is that of the try.
 *
 * @param secret as `newSecret` makes it
 */
export async function signedHeaders(
  secret: string,
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Promise<SignedHeaders> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000))
  const bytes = fromBase64(secret.slice(PREFIX.length))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new TextEncoder().encode(`${message.id}.${timestamp}.${message.body}`)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${toBase64(signature)}`,
  }
}
