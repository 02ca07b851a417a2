/**
 * Names of months and weekdays in German and English.
 *
 * @module
 */

/** By number from one; the alternatives of a pattern each, shorter forms last. */
const MONTHS: readonly string[] = [
  'Januar|Jänner|January|Jan',
  'Februar|Feber|February|Feb',
  'März|Maerz|March|Mrz|Mar',
  'April|Apr',
  'Mai|May',
  'Juni|June|Jun',
  'Juli|July|Jul',
  'August|Aug',
  'September|Sept|Sep',
  'Oktober|October|Okt|Oct',
  'November|Nov',
  'Dezember|December|Dez|Dec',
]
const WEEKDAYS: readonly string[] = [
  'Montags?|Monday',
  'Dienstags?|Tuesday',
  'Mittwochs?|Wednesday',
  'Donnerstags?|Thursday',
  'Freitags?|Friday',
  'Samstags?|Sonnabends?|Saturday',
  'Sonntags?|Sunday',
]

/** Source of a pattern for any month's name. */
export const MONTH_NAME = MONTHS.join('|')

/** Source of a pattern for any weekday's name. */
export const WEEKDAY_NAME = WEEKDAYS.join('|')

/** The month's number from one; null when the word is none. */
export function monthNumber(word: string): number | null {
  return numberOf(MONTHS, word)
}

/** The weekday's number, Monday is one; null when the word is none. */
export function weekdayNumber(word: string): number | null {
  return numberOf(WEEKDAYS, word)
}

function numberOf(names: readonly string[], word: string): number | null {
  const index = names.findIndex((pattern) => new RegExp(`^(?:${pattern})\\.?$`, 'iu').test(word))
  return index < 0 ? null : index + 1
}
