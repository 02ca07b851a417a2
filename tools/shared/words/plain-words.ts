/**
 * A customer's words as patterns read them.
 *
 * @module
 */

/** Composed characters, straight apostrophes, single spaces, nothing around. */
export function plainWords(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim()
}

/** The same with "don't" as "do not". */
export function plainWordsInFull(text: string): string {
  return plainWords(plainWords(text).replaceAll(/n't\b/giu, ' not'))
}
