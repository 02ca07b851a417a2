/**
 * Text to comparable words: lower case, umlauts and accents folded, punctuation gone.
 *
 * @module
 */

export interface Word {
  /** Folded: `Mahngebühr` and `Mahngebuehr` are both `mahngebuehr`. */
  readonly folded: string
  /** As written. */
  readonly raw: string
  /** Offset of the first character in the text. */
  readonly at: number
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' }

/** Nothing but letters, figures and marks that stay as they are: most words. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/

/** Lower case, umlauts spelt out, other accents dropped, curly apostrophes straightened. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘`´]/g, "'")
}

/** The words of a text in order; figures, hyphens and apostrophes inside a word stay with it. */
export function words(text: string): readonly Word[] {
  const found: Word[] = []
  for (const match of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)) {
    found.push({ raw: match[0], folded: fold(match[0]), at: match.index })
  }
  return found
}
