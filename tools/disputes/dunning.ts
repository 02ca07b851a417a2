/**
 * The decision on a creditor's reminder or collection letter: per fee what is owed and what is contested.
 *
 * @module
 */
import { type Day, plainDate } from '../shared/calendar.ts'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import { add, type Money, zero } from '../shared/money.ts'
import { collectionFee } from './collection-fee.ts'
import { objectionDeadline } from './court-paper.ts'
import { DEFAULT_DATE_RULE, type DefaultBegin, defaultDate } from './default-date.ts'
import { type DunningCase, type DunningFee, paidInFullOn } from './dunning-case.ts'
import type { DunningPolicy } from './dunning-policy.ts'
import type { FeeCode } from './fee-codes.ts'
import { type FeeItem, feeItem } from './fee-item.ts'
import { interestItem } from './interest-item.ts'
import { limitation } from './limitation.ts'
import { reminderFee, reminderOrdinals } from './reminder-fee.ts'
import { returnedDebitFee } from './returned-debit-fee.ts'

/** What to do besides contesting; none of it happens by itself. */
export type DunningAction = 'REQUEST_13A_INFO' | 'RAISE_LIMITATION_214' | 'OFFER_DEBT_ADVICE'

export type DunningDecision =
  | { readonly kind: 'court-paper'; readonly deadline: Day }
  | {
      readonly kind: 'decided'
      readonly begin: DefaultBegin
      readonly items: readonly FeeItem[]
      readonly totalAccepted: Money
      readonly totalDisputed: Money
      readonly actions: readonly DunningAction[]
      readonly escalate: boolean
    }

/**
 * Decides every fee and the interest of a claim against a consumer by German law.
 *
 * @throws InvalidInput when a date or amount is unusable
 * @throws ParleyError `RATE_UNKNOWN` when a rate that is needed is not known
 */
export function decideDunning(claim: DunningCase, policy: DunningPolicy): DunningDecision {
  requireUsable(claim)
  if (claim.title !== null) return { kind: 'court-paper', deadline: objectionDeadline(claim.title).deadline }
  const begin = defaultDate(claim)
  const items = claim.fees.map((fee) => judgeFee(fee, claim, begin, policy))
  if (claim.interestClaim !== null) items.push(interestItem(claim, claim.interestClaim, begin))
  return {
    kind: 'decided',
    begin,
    items,
    totalAccepted: total(claim, items, 'accepted'),
    totalDisputed: total(claim, items, 'disputed'),
    actions: actionsFor(claim),
    escalate: claim.vulnerable || items.some((item) => item.escalate),
  }
}

/** The verdict on one fee: the first rule that applies. */
export function judgeFee(fee: DunningFee, claim: DunningCase, begin: DefaultBegin, policy: DunningPolicy): FeeItem {
  const nothing = (code: FeeCode) =>
    feeItem({
      id: fee.id,
      claimed: fee.amount,
      owed: 'nothing',
      code,
      strength: 'strong',
      ruleId: DEFAULT_DATE_RULE.id,
      inputs: { date: fee.date, type: fee.type },
    })
  if (begin.kind === 'none' && begin.because !== 'NOTHING_YET') return nothing(begin.because)
  switch (fee.type) {
    case 'flat40':
      return nothing('FLAT_40_NOT_FOR_CONSUMERS_288_5')
    case 'processing':
    case 'account_keeping':
      return nothing('OWN_EFFORT_NOT_RECOVERABLE')
    case 'reminder':
      return reminderFee(fee, begin, reminderOrdinals(claim.fees).get(fee.id) ?? 1, policy)
    case 'returned_debit':
      return returnedDebitFee(fee, policy)
    case 'inkasso':
      return collectionFee(fee, begin, claim)
  }
}

/** Actions that the facts call for; whether the plea of limitation is raised is the customer's own choice. */
export function actionsFor(claim: DunningCase): readonly DunningAction[] {
  const actions: DunningAction[] = []
  if (claim.fees.some(({ type, infoMissing13a }) => type === 'inkasso' && infoMissing13a))
    actions.push('REQUEST_13A_INFO')
  if (isBarred(claim)) actions.push('RAISE_LIMITATION_214')
  if (claim.vulnerable) actions.push('OFFER_DEBT_ADVICE')
  return actions
}

/** Plain purchase claims only: for loans and titles a day count does not settle it. */
function isBarred(claim: DunningCase): boolean {
  if (claim.claimKind !== 'purchase' || paidInFullOn(claim) !== null) return false
  const events = claim.payments.map(({ date }) => ({ type: 'partial_payment', date }) as const)
  const end = limitation({ kind: 'regular', arisen: claim.dueDate, events })
  return end.kind === 'ends' && end.lastDayNotBarred < claim.today
}

function total(claim: DunningCase, items: readonly FeeItem[], part: 'accepted' | 'disputed'): Money {
  return add(zero(claim.principal.currency), ...items.map((item) => item[part]))
}

function requireUsable(claim: DunningCase): void {
  plainDate(claim.today, 'today')
  plainDate(claim.dueDate, 'dueDate')
  const faults: Fault[] = []
  if (claim.principal.currency !== 'EUR')
    faults.push({ path: 'principal', reason: 'must be in EUR: these are German rules' })
  if (claim.principal.minor <= 0) faults.push({ path: 'principal', reason: 'must be more than nothing' })
  claim.fees.forEach((fee, index) => {
    plainDate(fee.date, `fees[${index}].date`)
    plainDate(fee.mandateDate, `fees[${index}].mandateDate`)
    if (fee.amount.minor < 0) faults.push({ path: `fees[${index}].amount`, reason: 'must not be negative' })
  })
  claim.reminders.forEach(({ received }, index) => {
    plainDate(received, `reminders[${index}].received`)
  })
  claim.payments.forEach(({ date, amount }, index) => {
    plainDate(date, `payments[${index}].date`)
    if (amount.minor < 0) faults.push({ path: `payments[${index}].amount`, reason: 'must not be negative' })
  })
  if (faults.length > 0) throw new InvalidInput(faults)
}
