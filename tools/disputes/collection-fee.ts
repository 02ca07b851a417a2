/**
 * The cost of a collection agency that a creditor asks back from the customer.
 *
 * @module
 */
import { addDays } from '../shared/calendar.ts'
import { money } from '../shared/money.ts'
import { COLLECTION_COSTS_RULE, collectionCosts } from './collection-costs.ts'
import type { DefaultBegin } from './default-date.ts'
import { type DunningCase, type DunningFee, paidInFullOn } from './dunning-case.ts'
import type { FeeCode } from './fee-codes.ts'
import { type FeeItem, feeItem } from './fee-item.ts'

/** The simple case: paid within this many days of the agency's first demand. */
const SIMPLE_CASE_DAYS = 14

type Claim = Pick<DunningCase, 'principal' | 'payments'>

/** Owed only if the agency came after the default, is registered and was needed; then at most the cap of § 13e RDG. */
export function collectionFee(fee: DunningFee, begin: DefaultBegin, claim: Claim): FeeItem {
  const common = {
    id: fee.id,
    claimed: fee.amount,
    ruleId: COLLECTION_COSTS_RULE.id,
    inputs: { mandateDate: fee.mandateDate, ...(fee.firstDemand === null ? {} : { firstDemand: fee.firstDemand }) },
  }
  const nothing = (code: FeeCode) => ({ ...common, owed: 'nothing', code }) as const
  if (begin.kind === 'none' || fee.mandateDate < begin.from) {
    return feeItem({ ...nothing('MANDATE_BEFORE_DEFAULT'), strength: 'strong' })
  }
  if (!fee.registered) {
    return feeItem({ ...nothing('NOT_REGISTERED_10_RDG'), strength: 'strong', escalate: 'to-a-person' })
  }
  if (fee.contestedBeforeMandate) {
    return feeItem({ ...nothing('MANDATE_AFTER_CONTEST_NOT_NECESSARY'), strength: 'soft', escalate: 'to-a-person' })
  }
  const caseType = paidWithinTwoWeeks(fee, claim) ? 'simple' : 'normal'
  const cap = collectionCosts({
    claimValue: openAt(claim, fee),
    mandateDate: fee.mandateDate,
    claim: 'uncontested',
    caseType,
    vat: fee.creditorCanDeductVat ? 'creditor-deducts' : 'creditor-cannot-deduct',
    paymentAgreement: 'none',
  })
  return feeItem({
    ...common,
    owed: cap.maxRecoverable,
    code: caseType === 'simple' ? 'RVG_CAP_SIMPLE' : 'RVG_CAP_NORMAL',
    strength: 'strong',
    steps: cap.explanation.steps,
  })
}

function paidWithinTwoWeeks({ firstDemand }: DunningFee, claim: Claim): boolean {
  const paid = paidInFullOn(claim)
  return firstDemand !== null && paid !== null && paid <= addDays(firstDemand, SIMPLE_CASE_DAYS)
}

/** What was still open when the agency was instructed; a cent at least, for the smallest fee of the table. */
function openAt({ principal, payments }: Claim, { mandateDate }: DunningFee) {
  const paid = payments.filter(({ date }) => date < mandateDate).reduce((sum, { amount }) => sum + amount.minor, 0)
  return money(Math.max(1, principal.minor - paid), principal.currency)
}
