/**
 * Words of the other language that people mix in, and what they stand for. Only words that are none of the first.
 *
 * @module
 */
import type { Concept } from './concept.ts'
import { fold } from './normalise.ts'

const GERMAN_WORDS: readonly (readonly [RegExp, Concept])[] = [
  [/\b(ich|mein\w*)\b/, 'mine'],
  [/\b(raten)?(kredit|darlehen)s?\b/, 'loan'],
  [/\bhausrat\w*/, 'household'],
  [/\bhaftpflicht\w*/, 'liability'],
  [/\b\w*versicherung(en)?\b/, 'insurance'],
  [/\bdispo\w*/, 'overdraft'],
  [/\btagesgeld\w*/, 'savings'],
  [/\b(schulden|schulde|forderung(en)?)\b/, 'debt'],
  [/\bmahn(ung|gebuehr)\w*/, 'fee'],
  [/\b(guenstiger|billiger)\w*/, 'cheaper'],
  [/\b\w*verhandel\w*/, 'negotiate'],
  [/\bvergleich\w*/, 'compare'],
  [/\bratenzahlung\w*|\braten\b/, 'instalments'],
]
const ENGLISH_WORDS: readonly (readonly [RegExp, Concept])[] = [
  [/\b(i|my)\b/, 'mine'],
  [/\bloans?\b/, 'loan'],
  [/\binsurances?\b/, 'insurance'],
  [/\boverdrafts?\b/, 'overdraft'],
  [/\bsavings?\b/, 'savings'],
  [/\bdebts?\b/, 'debt'],
  [/\b(reminder|late|processing) fees?\b/, 'fee'],
  [/\bcheaper\b/, 'cheaper'],
  [/\bnegotiat\w+/, 'negotiate'],
  [/\bcompare\b/, 'compare'],
  [/\binstal+ments?\b/, 'instalments'],
]

/** What the words of the other language in a text mean. */
export function otherTongue(text: string, locale: 'de' | 'en'): readonly Concept[] {
  const folded = fold(text)
  return (locale === 'de' ? ENGLISH_WORDS : GERMAN_WORDS).flatMap(([word, concept]) =>
    word.test(folded) ? [concept] : [],
  )
}
