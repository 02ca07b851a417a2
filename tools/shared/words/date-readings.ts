/**
 * The days that the parts of a phrase name, once a pattern has taken it apart. No day, one, or two where it is ambiguous.
 *
 * @module
 */
import { addDays, addMonths, type Day, isDay, plainDate } from '../calendar.ts'
import { monthNumber, weekdayNumber } from './date-words.ts'
import type { Locale } from './locale.ts'
import { numberValue } from './number-words.ts'

/** The named parts of a phrase, as its pattern found them. */
export type DateParts = Readonly<Record<string, string | undefined>>

/** The day, where it exists. */
export function existing(year = '', month = '', day = ''): readonly Day[] {
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? [iso] : []
}

/** "26" is 2026. */
export function fullYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year
}

/** German writes the day first, also with slashes; English may do either, so both are kept where both exist. */
export function eitherOrder(
  year: string,
  first: string | undefined,
  second: string | undefined,
  locale: Locale,
): readonly Day[] {
  const dayFirst = existing(year, second, first)
  if (locale === 'de') return dayFirst
  return [...new Set([...dayFirst, ...existing(year, first, second)])]
}

/** The next such day from the reference on. */
export function forward(month = '', day = '', reference: Day): readonly Day[] {
  const year = Number(reference.slice(0, 4))
  // 29 February may be years away.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const [found] = existing(String(year + ahead), month, day)
    if (found !== undefined && found >= reference) return [found]
  }
  return []
}

/** A day with the month by name, with or without a year. */
export function named({ d, month = '', y }: DateParts, reference: Day): readonly Day[] {
  const number = String(monthNumber(month) ?? '')
  return y === undefined ? forward(number, d, reference) : existing(y, number, d)
}

/** So many days, weeks, months or years from the reference. */
export function offset({ count = '', unit = '' }: DateParts, reference: Day): readonly Day[] {
  const amount = numberValue(count)
  if (amount === null || !amount.isInteger()) return []
  const number = amount.toNumber()
  if (/^(?:tag|day)/iu.test(unit)) return [addDays(reference, number)]
  if (/^(?:woche|week)/iu.test(unit)) return [addDays(reference, 7 * number)]
  return [addMonths(reference, /^(?:jahr|year)/iu.test(unit) ? 12 * number : number)]
}

/** The last day of the month. */
export function monthEnd(day: Day): Day {
  return plainDate(day)
    .with({ day: plainDate(day).daysInMonth })
    .toString()
}

/** The end of a named month, the next one where no year is given. */
export function endOfMonth({ month = '', y }: DateParts, reference: Day): readonly Day[] {
  const number = String(monthNumber(month) ?? '').padStart(2, '0')
  const thisYear = monthEnd(`${y ?? reference.slice(0, 4)}-${number}-01`)
  if (y !== undefined || thisYear >= reference) return [thisYear]
  return [monthEnd(`${Number(reference.slice(0, 4)) + 1}-${number}-01`)]
}

/** The first such weekday after the reference. */
export function coming(weekday = '', reference: Day): Day {
  const ahead = ((weekdayNumber(weekday) ?? 1) - plainDate(reference).dayOfWeek + 7) % 7
  return addDays(reference, ahead === 0 ? 7 : ahead)
}

/** "next Friday" on a Wednesday is the day after tomorrow to some and next week to others; "kommenden" is the first. */
export function nextWeekday({ next = '', weekday }: DateParts, reference: Day): readonly Day[] {
  const first = coming(weekday, reference)
  const sameWeek = plainDate(first).dayOfWeek > plainDate(reference).dayOfWeek
  return sameWeek && !/^(?:kommend|coming)/iu.test(next) ? [first, addDays(first, 7)] : [first]
}
