/**
 * German and English number words as values: "zwanzig", "einundzwanzig", "twenty-one", "zwei Drittel", "half".
 *
 * Ordinals ("erst", "zweite", "second", "third party") are not numbers here: they count nothing that a record holds.
 * A bare "ein", "eine", "eins", "one" or "a" is an article or a pronoun far more often than a figure; it counts only where
 * `find-figures.ts` sees a unit or an exact quantity around it.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { ENGLISH_SMALL, ENGLISH_TENS, GERMAN_SMALL, GERMAN_TENS, LARGE } from './number-vocabulary.ts'

/** "ein" only inside or before other number words: "einundzwanzig", "ein Drittel". */
const GERMAN_ONE = /^(?:ein|eine|einen|einem|einer|eins)$/u

/** The value of one German number word, also a compound; null when it is none. A bare "ein" is none. */
export function germanNumber(word: string): number | null {
  const lower = word.toLowerCase()
  return GERMAN_ONE.test(lower) ? null : germanPart(lower)
}

function germanPart(word: string): number | null {
  if (word === '') return null
  if (Object.hasOwn(GERMAN_SMALL, word)) return GERMAN_SMALL[word] ?? null
  if (Object.hasOwn(GERMAN_TENS, word)) return GERMAN_TENS[word] ?? null
  if (word === 'ein' || word === 'eins' || word === 'eine') return 1
  return germanSplit(word, 'tausend', 1000) ?? germanSplit(word, 'hundert', 100) ?? germanUnits(word)
}

/** "zweitausenddreihundert": what stands before the word multiplies it, what follows is added. */
function germanSplit(word: string, name: string, size: number): number | null {
  const at = word.indexOf(name)
  if (at < 0) return null
  const head = word.slice(0, at)
  const tail = word.slice(at + name.length).replace(/^und/u, '')
  const times = head === '' ? 1 : germanPart(head)
  const rest = tail === '' ? 0 : germanPart(tail)
  return times === null || rest === null || rest >= size ? null : times * size + rest
}

/** "einundzwanzig". */
function germanUnits(word: string): number | null {
  const match = /^(.+?)und(.+)$/u.exec(word)
  const units = match?.[1] === 'ein' ? 1 : GERMAN_SMALL[match?.[1] ?? '']
  const tens = GERMAN_TENS[match?.[2] ?? '']
  return units === undefined || tens === undefined || units > 9 || units < 1 ? null : tens + units
}

/** The value of English number words in a row ("two hundred and fifty", "twenty-one"); null when one is none. */
export function englishNumber(phrase: string): number | null {
  const words = phrase.toLowerCase().split(/[\s-]+/u)
  if (words.length === 1 && /^(?:one|a|an)$/u.test(words[0] ?? '')) return null
  let total = 0
  let group = 0
  for (const word of words) {
    if (word === 'and') continue
    const value = word === 'one' || word === 'a' ? 1 : (ENGLISH_SMALL[word] ?? ENGLISH_TENS[word])
    if (value !== undefined) group += value
    else if (word === 'hundred' || word === 'hundreds') group = (group || 1) * 100
    else if (word === 'thousand' || word === 'thousands') {
      total += (group || 1) * 1000
      group = 0
    } else if (word === 'dozen' || word === 'dozens') group = (group || 1) * 12
    else if (Object.hasOwn(LARGE, word)) {
      total = (total + (group || 1)) * (LARGE[word] ?? 1)
      group = 0
    } else return null
  }
  return total + group
}

/** A number written in digits or words in either language, as a decimal; null when it is none. "ein" and "one" count here. */
export function numberValue(text: string): Decimal | null {
  const trimmed = text.trim()
  if (/^\d+([.,]\d+)?$/u.test(trimmed)) return new Decimal(trimmed.replace(',', '.'))
  if (GERMAN_ONE.test(trimmed.toLowerCase()) || /^(?:one|a|an)$/iu.test(trimmed)) return new Decimal(1)
  const compact = trimmed.toLowerCase()
  const half = /^(?:eineinhalb|anderthalb|one and a half)$/u.test(compact)
    ? 1.5
    : /^zweieinhalb$/u.test(compact)
      ? 2.5
      : null
  const value = half ?? germanMany(compact) ?? germanNumber(compact) ?? englishNumber(compact)
  return value === null ? null : new Decimal(value)
}

/** "eine Million", "zwei Milliarden", "ein Dutzend": the words that German writes apart. */
function germanMany(text: string): number | null {
  const match = /^(?:(\S+) )?(million(?:en)?|milliarden?|dutzend)$/u.exec(text)
  if (match === null) return null
  const size = match[2] === 'dutzend' ? 12 : (LARGE[match[2] ?? ''] ?? 0)
  const times = match[1] === undefined || GERMAN_ONE.test(match[1]) ? 1 : germanNumber(match[1])
  return times === null ? null : times * size
}

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
// Looser than the grammar, so that the pattern stays small enough to compile at once: "einzwei" is no German word anyway.
const STEM = alternatives([...Object.keys(GERMAN_SMALL), ...Object.keys(GERMAN_TENS), 'hundert', 'tausend'])
const GERMAN = `(?:ein(?:und)?)?(?:${STEM})(?:(?:und)?(?:ein(?:und)?)?(?:${STEM}))*(?:(?:und)?eins?)?`

const ENGLISH_PLAIN = alternatives([...Object.keys(ENGLISH_SMALL), ...Object.keys(ENGLISH_TENS)])
const ENGLISH_SCALES = 'hundreds?|thousands?|dozens?|millions?|billions?'
const ENGLISH = `(?:(?:(?:one|a)[ -])?(?:${ENGLISH_SCALES})|${ENGLISH_PLAIN})(?:(?:[ -]+and[ -]+|[ -]+)(?:${ENGLISH_SCALES}|${ENGLISH_PLAIN}|one)){0,9}`

/** Source of a pattern that finds number words of both languages; to be used between word boundaries, ignoring case. */
export const NUMBER_WORDS = `(?:(?:(?:eine?|${GERMAN}) )?(?:millionen|milliarden?|dutzend)|eine million|hunderte[rn]?|tausende[rn]?|dutzende[rn]?|eineinhalb|anderthalb|zweieinhalb|one and a half|${GERMAN}(?! million)|${ENGLISH})`
