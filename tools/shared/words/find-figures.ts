/**
 * Every figure in a German or English text: money, rates, dates, counts, durations, legal references, number words and
 * numeric comparisons. A reply may state a figure only if a record carries it, so this errs on the side of finding.
 *
 * Both languages' words are looked for whatever the locale, because a figure must not hide in the other one. Deliberately
 * not figures:
 * - articles and pronouns: "ein", "eine", "eins", "a", "one of", "any one"; with a unit ("ein Monat", "one month"), a part
 *   ("ein Drittel") or an exact quantity ("genau ein", "at most one") they are;
 * - ordinals in words: "erst", "zweite Frage", "second", "third party"; numbered list markers at the start of a line;
 * - "once", "einmal", "einfach", "beide", "both", "heute", "today";
 * - set phrases: "in Acht nehmen", "außer Acht", "unter vier Augen", "two-factor", "tausend Dank", "null and void";
 * - reference numbers that begin with capitals ("ME-20931", "KFZ-99-5"). An IBAN is none of these and is found.
 *
 * @module
 */
import { MONTH_NAME, WEEKDAY_NAME } from './date-words.ts'
import { legalReferences } from './legal-references.ts'
import { type Locale, WORD_END, WORD_START } from './locale.ts'
import { NUMBER_WORDS } from './number-words.ts'
import { numericComparisons } from './numeric-comparisons.ts'
import { findAmounts } from './parse-amount.ts'
import { findDates } from './parse-date.ts'
import { findRates } from './parse-rate.ts'
import { findTerms } from './parse-term.ts'

export type FigureKind =
  | 'legal-reference'
  | 'date'
  | 'money'
  | 'rate'
  | 'duration'
  | 'comparison'
  | 'count'
  | 'number-word'

/** A figure and its place; `text` is what stands at `start` to `end`. */
export interface Figure {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: FigureKind
}

type Span = Pick<Figure, 'start' | 'end'>
type Finder = (text: string, locale: Locale) => readonly Span[]

/** Earlier finders take their words: an amount is not also a count. */
const FINDERS: readonly (readonly [FigureKind, Finder])[] = [
  ['legal-reference', legalReferences],
  ['money', findAmounts],
  ['rate', findRates],
  ['date', dates],
  ['duration', findTerms],
  ['comparison', numericComparisons],
  ['count', counts],
  ['number-word', numberWords],
]

/** All figures in the order of the text; none overlaps another. */
export function findFigures(text: string, locale: Locale): Figure[] {
  const { visible, at } = withoutHiddenSigns(text)
  const taken: (Span & { kind: FigureKind })[] = []
  for (const [kind, find] of FINDERS) {
    const spans = [...find(visible, locale)].sort((a, b) => a.start - b.start || b.end - a.end)
    for (const { start, end } of spans) {
      if (taken.every((other) => end <= other.start || other.end <= start)) taken.push({ start, end, kind })
    }
  }
  return taken
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind }) => {
      const from = at(start)
      const to = at(end - 1) + 1
      return { text: text.slice(from, to), start: from, end: to, kind }
    })
}

/** Soft hyphens and zero-width signs would split a word for the patterns and not for the reader. */
function withoutHiddenSigns(text: string): { visible: string; at: (index: number) => number } {
  const kept: number[] = []
  let visible = ''
  for (let index = 0; index < text.length; index += 1) {
    if (/[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(text.charAt(index))) continue
    kept.push(index)
    visible += text.charAt(index)
  }
  return { visible, at: (index) => kept[index] ?? text.length }
}

// "im November", "until March", "November 2026", and a year alone.
const MONTH_OR_YEAR = new RegExp(
  `${WORD_START}(?:(?:(?:im|in|bis|seit|ab|zum|vom|ende|by|until|since|from|of) )?(?:${MONTH_NAME})\\.? (?:19|20)\\d{2}|(?:im|bis|seit|ab|by|until|since|in|from|before|after|vor|nach)(?: Ende| Anfang)? (?:${MONTH_NAME})|(?:19|20)\\d{2}(?![.,]?\\d))${WORD_END}`,
  'giu',
)
const CLOCK = /(?<![\d.,])\d{1,2}[:.]\d{2}(?: ?Uhr| ?[ap]\.?m\b)|(?<![\d.,])\d{1,2} ?(?:Uhr|[ap]\.?m\b|o.clock)/giu
// "within 14 days" is a length of time before it is a day.
const OFFSET =
  /^(?:(?:heute|today),? )?(?:in|binnen|innerhalb(?: von)?|within|über) |(?:ab heute|from today|from now)$/iu
const ANY_REFERENCE = '2000-01-01'

/** Days that are relative to now are claims too, except now itself; "Guten Morgen" and bare weekdays are none. */
function dates(text: string, locale: Locale): readonly Span[] {
  const named = findDates(text, locale, ANY_REFERENCE).filter(({ start, end }) => {
    const words = text.slice(start, end)
    if (/^(?:heute|today)$/iu.test(words) || OFFSET.test(words)) return false
    if (/^morgen$/iu.test(words)) return !/(?:guten?|am|jeden|heute|gestern|good)\s$/iu.test(text.slice(0, start))
    return !new RegExp(`^(?:${WEEKDAY_NAME})$`, 'iu').test(words)
  })
  return [...named, ...spans(text, MONTH_OR_YEAR).filter(isMonth(text)), ...spans(text, CLOCK)]
}

/** "in may" is no month, and neither is "by march on". */
function isMonth(text: string): (span: Span) => boolean {
  return ({ start, end }) => !/ (?:may|march|mar|jan|dec|sep)$/u.test(text.slice(start, end))
}

// Digits of any script. Capital letters joined to digits name a record; so does what follows them.
const DIGITS = /(?<![\p{L}\p{Nd}])[+−-]?[\p{Nd}\p{Nl}]+(?:[.,'’\u00a0\u202f]?\p{Nd}+)*|\p{Nd}+|[\u2460-\u249b]/gu
const REFERENCE = /(?<![\p{L}\p{Nd}])\p{Lu}{1,6}(?:[-_]?\p{Nd}+)(?:[-_]?[\p{Lu}\p{Nd}]+)*(?![\p{L}\p{Nd}])/gu
const IBAN = /(?<![\p{L}\p{Nd}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{Nd}])/gu
const LIST_MARKER = /^[ \t]*\d{1,2}[.)](?=\s)/gmu

function counts(text: string): readonly Span[] {
  const accounts = spans(text, IBAN)
  const skipped = [...spans(text, REFERENCE), ...spans(text, LIST_MARKER)]
  const digits = spans(text, DIGITS).filter((span) => !skipped.some((other) => overlaps(span, other)))
  return [...accounts, ...digits]
}

const WORDS = new RegExp(`${WORD_START}(?:${NUMBER_WORDS}|zero|null)${WORD_END}`, 'giu')
const SET_PHRASES =
  /(?:in|außer|ausser) acht|acht (?:zu )?(?:geben|gibt|gebe|nehmen)|vier[- ]augen|four[- ]eyes|(?:two|zwei|multi)[- ]fa[ck]tor[A-Za-zÀ-ɏ]*|(?:tausend|vielen tausend) dank|(?:a |one )?(?:thousand|million) thanks|null and void|null und nichtig/giu

function numberWords(text: string, locale: Locale): readonly Span[] {
  const phrases = spans(text, SET_PHRASES)
  return spans(text, WORDS).filter((span) => {
    if (locale === 'en' && /^null$/iu.test(text.slice(span.start, span.end))) return false
    return !phrases.some((other) => overlaps(span, other))
  })
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
