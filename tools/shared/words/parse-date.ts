/**
 * Days in German and English text: "15.12.2026", "am 3. Januar", "heute in zwei Wochen", "next Friday".
 *
 * Our own grammar and no library: those at hand take "12/03/2027" for certain and lose the offset of "heute in zwei
 * Wochen". What could be two days is ambiguous, and the customer is asked.
 *
 * @module
 */
import { addDays, addMonths, type Day, plainDate } from '../calendar.ts'
import {
  coming,
  type DateParts,
  eitherOrder,
  endOfMonth,
  existing,
  forward,
  fullYear,
  monthEnd,
  named,
  nextWeekday,
  offset,
} from './date-readings.ts'
import { MONTH_NAME, WEEKDAY_NAME } from './date-words.ts'
import { type Locale, WORD_END, WORD_START } from './locale.ts'
import { NUMBER_WORDS } from './number-words.ts'

export type ParsedDate =
  | { readonly kind: 'date'; readonly date: Day }
  /** Two days it could be, or none that is exact ("Mitte Dezember"). */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Day[] }
  | { readonly kind: 'none' }

/** The days a phrase could mean; none when the phrase names no exact or no existing day. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly days: readonly Day[]
}

interface Phrase {
  readonly pattern: RegExp
  readonly days: (groups: DateParts, reference: Day, locale: Locale) => readonly Day[]
}

const phrase = (source: string, days: Phrase['days']): Phrase => ({
  pattern: new RegExp(`${WORD_START}(?<![.,/]\\d{0,4})(?:${source})`, 'giu'),
  days,
})
const COUNT = `(?<count>\\d{1,3}|${NUMBER_WORDS}|einem|einer|einen|ein|eine|an?|one)`
const UNIT = '(?<unit>Tage[ns]?|Tag|Wochen?|Monate[ns]?|Monat|Jahre[ns]?|Jahr|days?|weeks?|months?|years?)'
const NEXT = 'nächste[nrsm]?|naechste[nrsm]?|kommende[nrsm]?|next|coming'
const THIS = 'diese[nrsm]?|this|am|on|by|bis|until|till'

/** In the order in which they are tried; an earlier one takes its words. */
const PHRASES: readonly Phrase[] = [
  phrase(`(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})(?!\\d)`, ({ y, m, d }) => existing(y, m, d)),
  phrase(`(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4}|\\d{2})(?![\\d.,]\\d|\\d)`, ({ y, m, d }) =>
    existing(fullYear(y), m, d),
  ),
  phrase(`(?<a>\\d{1,2})[/-](?<b>\\d{1,2})[/-](?<y>\\d{4}|\\d{2})(?!\\d)`, ({ a, b, y }, _, locale) =>
    eitherOrder(fullYear(y), a, b, locale),
  ),
  phrase(`(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?!\\d)`, ({ m, d }, reference) => forward(m, d, reference)),
  phrase(
    `(?<d>\\d{1,2})(?:\\.|st|nd|rd|th)?(?: of)? ?(?<month>${MONTH_NAME})${WORD_END}\\.?,? ?(?<y>\\d{4})?(?!\\d)`,
    named,
  ),
  phrase(
    `(?<month>${MONTH_NAME})${WORD_END}\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<y>\\d{4})(?!\\d))?`,
    named,
  ),
  phrase(`(?:(?:heute|today),? )?(?:in|binnen|innerhalb(?: von)?|within) ${COUNT} ${UNIT}${WORD_END}`, offset),
  phrase(`${COUNT} ${UNIT} (?:ab heute|from today|from now)${WORD_END}`, offset),
  phrase(`(?:heute|today) (?:in|über) ${COUNT} ${UNIT}${WORD_END}`, offset),
  phrase(`(?:heute|today)${WORD_END}`, (_, reference) => [reference]),
  phrase(`(?:übermorgen|uebermorgen|(?:the )?day after tomorrow)${WORD_END}`, (_, reference) => [
    addDays(reference, 2),
  ]),
  phrase(`(?:morgen|tomorrow)${WORD_END}`, (_, reference) => [addDays(reference, 1)]),
  phrase(`(?:vorgestern|(?:the )?day before yesterday)${WORD_END}`, (_, reference) => [addDays(reference, -2)]),
  phrase(`(?:gestern|yesterday)${WORD_END}`, (_, reference) => [addDays(reference, -1)]),
  phrase(
    `(?:Ende|end of) (?:des |(?:the )?)?(?:(?<next>${NEXT}) )?(?:Monate?s|month)${WORD_END}`,
    ({ next }, reference) => [monthEnd(next === undefined ? reference : addMonths(reference, 1))],
  ),
  phrase(`(?:zum )?Monatsende${WORD_END}`, (_, reference) => [monthEnd(reference)]),
  phrase(
    `(?:Ende|end of)(?: the)? (?:des )?(?<next>${NEXT})?\\s?(?:Jahre?s|year)${WORD_END}|(?:zum )?Jahresende${WORD_END}`,
    ({ next }, reference) => [`${Number(reference.slice(0, 4)) + (next === undefined ? 0 : 1)}-12-31`],
  ),
  phrase(`(?:Ende|end of) (?<month>${MONTH_NAME})${WORD_END}(?: (?<y>\\d{4}))?`, endOfMonth),
  phrase(
    `(?:Anfang|Mitte|early|mid|late)[- ](?:in |des |the )?(?:(?:${NEXT}) )?(?:${MONTH_NAME}|Monats?|month|Jahres|year)${WORD_END}`,
    () => [],
  ),
  phrase(`(?<next>${NEXT}) (?<weekday>${WEEKDAY_NAME})${WORD_END}`, nextWeekday),
  phrase(
    `(?:(?:${THIS})(?: (?:kommenden|dem|den))? )?(?<weekday>${WEEKDAY_NAME})${WORD_END}`,
    ({ weekday }, reference) => [coming(weekday, reference)],
  ),
  phrase(`(?:${NEXT}) (?:Woche|Monats?|Jahre?s?|Quartal|week|month|year|quarter)${WORD_END}`, () => []),
]

/** Every phrase in the text that names a day, or tries to, by its place. */
export function findDates(text: string, locale: Locale, reference: Day): readonly FoundDate[] {
  plainDate(reference, 'reference')
  const found: FoundDate[] = []
  for (const { pattern, days } of PHRASES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      // The dot after a month's name may end the sentence.
      const words = match.groups?.month === undefined ? match[0].trimEnd() : match[0].replace(/[.,\s]+$/u, '')
      const end = start + words.length
      if (found.some((other) => start < other.end && other.start < end)) continue
      if (isVerb(match.groups?.month, text.slice(end))) continue
      found.push({ start, end, days: days(match.groups ?? {}, reference, locale) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The one day a text names. A day without a year is the next such day from the reference on: deadlines lie ahead.
 *
 * @param reference the day from which relative words count, usually today
 */
export function parseDate(text: string, locale: Locale, reference: Day): ParsedDate {
  const found = findDates(text, locale, reference)
  if (found.length === 0) return { kind: 'none' }
  const candidates = [...new Set(found.flatMap(({ days }) => days))]
  const [date] = candidates
  const exact = found.every(({ days }) => days.length > 0)
  return exact && candidates.length === 1 && date !== undefined
    ? { kind: 'date', date }
    : { kind: 'ambiguous', candidates }
}

/** "option 3 may be cheaper", "march on": English months are written with a capital, these are verbs. */
function isVerb(month: string | undefined, after: string): boolean {
  return month !== undefined && /^(?:may|march|mar)$/u.test(month) && /^ \p{Ll}/u.test(after)
}
