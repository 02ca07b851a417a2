/**
 * What on record bears an objection out, item by item: nothing goes into a letter that no record carries.
 *
 * @module
 */
import { renderFact } from '../shared/render-fact.ts'
import { type KnownDebt, TOLD_REMINDER } from './with-told.ts'

type Locale = 'de' | 'en'

/** Lines for a reviewer: the creditor's own statement, and the reminders and days that the rules used. */
export function evidenceFor(debt: KnownDebt, itemId: string, locale: Locale): readonly string[] {
  const day = (iso: string) => renderFact({ kind: 'date', day: iso }, locale)
  const say = (de: string, en: string) => (locale === 'de' ? de : en)
  const fee = debt.fees.find(({ id }) => id === itemId)
  const reminder = debt.reminders.find(({ id }) => id === fee?.reminderId)
  return [
    say(`Angaben des Gläubigers: ${debt.source} (${day(debt.asOf)})`, `${debt.source} (${day(debt.asOf)})`),
    // One that only the customer told of stands among their statements.
    ...(reminder === undefined || reminder.id.startsWith(TOLD_REMINDER)
      ? []
      : [say(`Mahnung, zugegangen am ${day(reminder.received)}`, `reminder received on ${day(reminder.received)}`)]),
    say(`Fälligkeit: ${day(debt.dueDate)}`, `due date: ${day(debt.dueDate)}`),
  ]
}
