/**
 * The day in the past that a customer names: "am 3. Mai", "vorgestern", "letzten Dienstag", "two weeks ago".
 *
 * @module
 */
import { addDays, type Day, daysBetween } from '../calendar.ts'
import { offset } from './date-readings.ts'
import type { Locale } from './locale.ts'
import { NUMBER_WORDS } from './number-words.ts'
import { findDates } from './parse-date.ts'

export type PastDay =
  | { readonly kind: 'day'; readonly day: Day }
  /** Days it could be; none where it is no exact day ("Anfang Mai") or one that is still to come. */
  | { readonly kind: 'unclear'; readonly days: readonly Day[] }
  | { readonly kind: 'none' }

const COUNT = `(?<count>\\d{1,3}|${NUMBER_WORDS}|einem|einer|ein|eine|an?|one)`
const AGO = new RegExp(
  `(?<!\\p{L})(?:vor ${COUNT} (?<unit>Tage?n?|Wochen?)|${COUNT.replace('count', 'counted')} (?<units>days?|weeks?) ago)(?!\\p{L})`,
  'iu',
)
/** A span is no day: "vor etwa drei Monaten", "im Mai", "last summer". */
const VAGUE =
  /(?<!\p{L})(?:(?:im|in|last|seit|since|anfang|mitte|ende|early|mid|late|end of|letzten?) (?:jan|feb|m(?:ä|ae)rz|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\p{L}*|(?:vor|about|etwa)[^.!?]{0,20}(?:monat\p{L}*|jahr\p{L}*)|months? ago|years? ago|(?:letzte[nrs]?|last) (?:woche|monat|jahr|week|month|year|sommer|winter|fr(?:ü|ue)hjahr|herbst|summer|spring|autumn))(?!\p{L})/iu
/** "the 3rd or 4th of May" names two days. */
const EITHER =
  /\d{1,2}(?:\.|st|nd|rd|th)?,? (?:oder|or|bis|to)(?: vielleicht| maybe)?(?: am| dem| der| the)? \d{1,2}(?!\d)/iu
const YEAR = /\d{4}|[./-]\d{1,2}[./-]\d{2}(?!\d)/u
const WEEKDAY =
  /montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday/iu

/**
 * The one day that words name, looking back. Without a year it is the last such day, unless the one a year before is
 * possible too.
 *
 * @param since no day before it is possible; a year at most before today where it is left out
 */
export function pastDay(
  text: string,
  {
    locale,
    today,
    since = addDays(today, -364),
  }: { readonly locale: Locale; readonly today: Day; readonly since?: Day },
): PastDay {
  const ago = AGO.exec(text)
  if (ago !== null) {
    const { count, counted, unit, units } = ago.groups ?? {}
    const [ahead] = offset({ count: count ?? counted, unit: unit ?? units }, today)
    // The same number of days, the other way.
    return ahead === undefined
      ? { kind: 'unclear', days: [] }
      : { kind: 'day', day: addDays(today, daysBetween(ahead, today)) }
  }
  const found = findDates(text, locale, today)
  if (found.length === 0) return VAGUE.test(text) ? { kind: 'unclear', days: [] } : { kind: 'none' }
  const days = [
    ...new Set(
      found.flatMap(({ start, end, days: named }) => back(text.slice(start, end), named, { locale, today, since })),
    ),
  ]
  const [day] = days
  const certain = found.length === 1 && !EITHER.test(text) && days.length === 1 && day !== undefined && day <= today
  const past = days.filter((one) => one <= today)
  return certain ? { kind: 'day', day } : { kind: 'unclear', days: past }
}

/** Words whose day lies ahead are read again, looking back. */
function back(
  words: string,
  named: readonly Day[],
  { locale, today, since }: { readonly locale: Locale; readonly today: Day; readonly since: Day },
): readonly Day[] {
  if (YEAR.test(words) || named.every((day) => day <= today)) return named
  if (WEEKDAY.test(words)) return named.map((day) => addDays(day, -7))
  // From almost a year ago on, the next such day is the last one.
  const last = findDates(words, locale, addDays(today, -364)).flatMap(({ days }) => days)
  const before = findDates(words, locale, addDays(today, -729)).flatMap(({ days }) => days)
  return [...before.filter((day) => day >= since), ...last]
}
