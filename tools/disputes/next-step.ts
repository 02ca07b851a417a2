/**
 * What comes next after an objection went out: wait, done, one follow-up, then a person.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Debt } from '../debts/debt.ts'
import { addDays, type Day } from '../shared/calendar.ts'
import { ANSWER_DAYS } from './draft-dispute.ts'
import { INTEREST_ITEM_ID } from './interest-item.ts'

/** An objection that is on its way or has arrived. */
export interface SentDispute {
  readonly stage: 'first' | 'follow-up'
  /** The day it was posted or confirmed as received. */
  readonly sentOn: Day
  /** The day the letter itself names. */
  readonly answerBy: Day
  readonly items: readonly { readonly id: string; readonly accepted: string }[]
}

export type NextStep = 'wait' | 'settled' | 'follow-up' | 'hand-off'

/** The last day for an answer: the one in the letter, and never less than the full time from the day it went out. */
export function answerDeadline({ sentOn, answerBy }: Pick<SentDispute, 'sentOn' | 'answerBy'>): Day {
  const full = addDays(sentOn, ANSWER_DAYS)
  return answerBy > full ? answerBy : full
}

/**
 * The next step on a day, as far as records say; an answer that somebody reported ends the watch elsewhere.
 *
 * @param debt the claim as the creditor last stated it; null when it is no longer on record
 */
export function nextStep(sent: SentDispute, debt: Debt | null, today: Day): NextStep {
  if (debt !== null && isSettled(sent, debt)) return 'settled'
  if (today <= answerDeadline(sent)) return 'wait'
  // A court's paper does not wait for a second letter, and nobody writes about a claim that is not on record any more.
  if (debt === null || debt.title !== undefined) return 'hand-off'
  return sent.stage === 'first' ? 'follow-up' : 'hand-off'
}

/** A statement made after the letter claims no more than was accepted, item by item. */
function isSettled({ sentOn, items }: SentDispute, debt: Debt): boolean {
  if (debt.asOf <= sentOn) return false
  return items.every(({ id, accepted }) => {
    const amount = id === INTEREST_ITEM_ID ? debt.interestClaim?.amount : debt.fees.find((fee) => fee.id === id)?.amount
    return amount === undefined || new Decimal(amount).lessThanOrEqualTo(accepted)
  })
}
