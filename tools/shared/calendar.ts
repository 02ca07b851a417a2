/**
 * Days without time zones: ISO strings at the edges, `PlainDate` inside.
 *
 * @module
 */
import { Temporal } from 'temporal-polyfill'
import { InvalidInput } from './errors.ts'

/** An ISO 8601 calendar day, `"2026-11-22"`. */
export type Day = string

/** Whether the text is an existing calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false // an impossible day such as 2026-02-30 is an answer here, not a failure
  }
}

/** The day as a `PlainDate`. @throws InvalidInput when the day does not exist */
export function plainDate(day: Day, path = 'date'): Temporal.PlainDate {
  if (!isDay(day)) throw new InvalidInput([{ path, reason: 'must be an existing day written YYYY-MM-DD' }])
  return Temporal.PlainDate.from(day)
}

/** The day that lies `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return plainDate(day).add({ days }).toString()
}

/** The day that lies `months` later, clipped to the end of the month (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  return plainDate(day).add({ months }).toString()
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days
}
