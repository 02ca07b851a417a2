/**
 * Whether and since when the customer is in default (Verzug).
 *
 * @module
 */
import { addDays, type Day } from '../shared/calendar.ts'
import type { Rule } from '../shared/explanation.ts'
import { type DunningCase, paidInFullOn } from './dunning-case.ts'

export const DEFAULT_DATE_RULE: Rule = {
  id: 'de.bgb.286',
  title: { de: 'Verzug des Schuldners', en: 'Default of the debtor' },
  source: '§ 286 BGB; BGH 25.10.2007 III ZR 91/07',
  validFrom: '2014-07-29',
  validTo: null,
}

export type DefaultReason = 'CALENDAR_286_2_1' | '30_DAYS_286_3' | 'REFUSAL_286_2_3' | `REMINDER_286_1:${string}`

/** Why there is no default: for cause, or because nothing has set it off yet. */
export type NoDefaultReason = 'PAID_IN_TIME' | 'PRINCIPAL_DISPUTED' | 'NO_FAULT_286_4' | 'NOTHING_YET'

export type DefaultBegin =
  | { readonly kind: 'none'; readonly because: NoDefaultReason }
  | {
      readonly kind: 'default'
      readonly from: Day
      readonly interestFrom: Day
      readonly reason: DefaultReason
      /** The reminder that set the default off, whose fee is never owed. */
      readonly reminderId: string | null
    }

type Begin = Extract<DefaultBegin, { kind: 'default' }>
type ClaimFacts = Pick<
  DunningCase,
  | 'today'
  | 'principal'
  | 'dueDate'
  | 'dueBasis'
  | 'invoice30'
  | 'reminders'
  | 'payments'
  | 'refusedOn'
  | 'principalDisputed'
  | 'noFault'
>

/** The earliest event that puts the customer in default by today, unless they paid before it, dispute the claim or are not at fault. */
export function defaultDate(claim: ClaimFacts): DefaultBegin {
  const begin = [calendar(claim), refusal(claim), ...reminders(claim), thirtyDays(claim)]
    .filter((candidate) => candidate !== null)
    .filter(({ from }) => from <= claim.today)
    .reduce<Begin | null>((first, next) => (first === null || next.from < first.from ? next : first), null)
  const paid = paidInFullOn(claim)
  if (paid !== null && (begin === null || paid < begin.from)) return { kind: 'none', because: 'PAID_IN_TIME' }
  if (claim.principalDisputed) return { kind: 'none', because: 'PRINCIPAL_DISPUTED' }
  if (claim.noFault) return { kind: 'none', because: 'NO_FAULT_286_4' }
  return begin ?? { kind: 'none', because: 'NOTHING_YET' }
}

/** § 286 (2) no. 1: the day after a date that the contract fixes; a date set on an invoice alone is none. */
function calendar({ dueBasis, dueDate }: ClaimFacts): Begin | null {
  if (dueBasis !== 'contract_calendar') return null
  const from = addDays(dueDate, 1)
  return { kind: 'default', from, interestFrom: from, reason: 'CALENDAR_286_2_1', reminderId: null }
}

/** § 286 (1): receipt of a reminder after the due date; interest from the next day (§ 187 (1) by analogy). */
function reminders({ reminders: letters, dueDate }: ClaimFacts): Begin[] {
  return letters
    .filter(({ received }) => received > dueDate)
    .map(({ id, received }) => ({
      kind: 'default',
      from: received,
      interestFrom: addDays(received, 1),
      reason: `REMINDER_286_1:${id}`,
      reminderId: id,
    }))
}

/** § 286 (3): a consumer only if the invoice said so; the thirtieth day is still in time, so default begins after it. */
function thirtyDays({ invoice30, dueDate }: ClaimFacts): Begin | null {
  if (invoice30 === null || !invoice30.consumerNotice) return null
  const start = invoice30.received > dueDate ? invoice30.received : dueDate
  const from = addDays(start, 31)
  return { kind: 'default', from, interestFrom: from, reason: '30_DAYS_286_3', reminderId: null }
}

/** § 286 (2) no. 3: a serious and final refusal, though never before the claim is due. */
function refusal({ refusedOn, dueDate }: ClaimFacts): Begin | null {
  if (refusedOn === null) return null
  const from = refusedOn > dueDate ? refusedOn : dueDate
  return { kind: 'default', from, interestFrom: from, reason: 'REFUSAL_286_2_3', reminderId: null }
}
