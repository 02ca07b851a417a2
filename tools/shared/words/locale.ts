/**
 * The two languages Parley reads. They differ in separators and in the order of day and month.
 *
 * @module
 */
export type Locale = 'de' | 'en'

/**
 * Not inside a word: JavaScript's `\b` does not know umlauts. The letters are spelled out as a range in all patterns here
 * that ignore case, because `\p{L}` in those costs a second to compile.
 */
export const WORD_START = '(?<![0-9A-Za-zÀ-ɏ])'
export const WORD_END = '(?![0-9A-Za-zÀ-ɏ])'
