/**
 * Chance that can be repeated: a number drawn from a hash of the market's seed and what it is drawn for.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A number in [0, 1) that is the same for the same words, and unlike for any other. */
export function draw(...words: readonly string[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = sha256(utf8ToBytes(JSON.stringify(words)))
  return ((a * 2 ** 40 + b * 2 ** 32 + c * 2 ** 24 + d * 2 ** 16 + e * 2 ** 8 + f) % 2 ** 48) / 2 ** 48
}

/** A short name that is the same for the same words: offers, references, tokens. */
export function nameOf(prefix: string, ...words: readonly string[]): string {
  return `${prefix}${bytesToHex(sha256(utf8ToBytes(JSON.stringify(words)))).slice(0, 20)}`
}

/** One of several, by chance that can be repeated. */
export function pick<T>(options: readonly [T, ...T[]], ...words: readonly string[]): T {
  return options[Math.floor(draw(...words) * options.length)] ?? options[0]
}
