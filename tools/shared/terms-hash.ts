/**
 * The fingerprint of exact terms.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { InvalidInput } from './errors.ts'

/** SHA-256 in hex over the RFC 8785 canonical JSON of the terms: key order and spacing do not change it, any value does. */
export function termsHash(terms: unknown): string {
  const canonical = canonicalize(terms)
  if (canonical === undefined) throw new InvalidInput([{ path: 'terms', reason: 'must be JSON' }])
  return bytesToHex(sha256(utf8ToBytes(canonical)))
}
