/**
 * The two languages Parley reads. They differ in separators and in the order of day and month.
 *
 * @module
 */
export type Locale = 'de' | 'en'

/** Not inside a word: JavaScript's `\b` does not know umlauts. */
export const WORD_START = '(?<![\\p{L}\\p{N}])'
export const WORD_END = '(?![\\p{L}\\p{N}])'
