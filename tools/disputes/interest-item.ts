/**
 * The interest a creditor claims for the time of default.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../shared/calendar.ts'
import type { Step } from '../shared/explanation.ts'
import { fromDecimal, money } from '../shared/money.ts'
import type { DefaultBegin } from './default-date.ts'
import { DEFAULT_INTEREST_RULE, defaultInterest } from './default-interest.ts'
import type { DunningCase } from './dunning-case.ts'
import { type FeeItem, feeItem } from './fee-item.ts'

/** The id under which claimed interest stands among the fees. */
export const INTEREST_ITEM_ID = 'interest'

/** What of the claimed interest is owed: statutory rate, from the first day of interest to payment or the claim's end. */
export function interestItem(
  claim: Pick<DunningCase, 'principal' | 'payments'>,
  interestClaim: NonNullable<DunningCase['interestClaim']>,
  begin: DefaultBegin,
): FeeItem {
  const common = {
    id: INTEREST_ITEM_ID,
    claimed: interestClaim.amount,
    ruleId: DEFAULT_INTEREST_RULE.id,
    strength: 'strong',
  } as const
  const inputs = { to: interestClaim.to }
  if (begin.kind === 'none') return feeItem({ ...common, inputs, owed: 'nothing', code: 'NOT_IN_DEFAULT' })
  const owed = interestOwed(claim, begin.interestFrom, interestClaim.to)
  return feeItem({
    ...common,
    inputs: { ...inputs, from: begin.interestFrom },
    owed: owed.total,
    code: 'RATE_BASE_PLUS_5',
    steps: owed.steps,
  })
}

/** Each payment lowers what bears interest from the next day on: it is taken as made on the principal (§ 366 (1) BGB). */
function interestOwed({ principal, payments }: Pick<DunningCase, 'principal' | 'payments'>, from: Day, to: Day) {
  const steps: Step[] = []
  let exact = new Decimal(0)
  let open = principal.minor
  let start = from
  const count = (end: Day) => {
    if (open <= 0 || end < start) return
    const rest = money(open, principal.currency)
    const part = defaultInterest({ principal: rest, from: start, toInclusive: end, parties: 'consumer' })
    exact = part.segments.reduce((sum, { interest }) => sum.plus(interest), exact)
    steps.push(...part.explanation.steps.slice(0, part.segments.length))
    start = addDays(end, 1)
  }
  for (const { date, amount } of payments.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    count(date < to ? date : to)
    open -= amount.minor
  }
  count(to)
  return { total: fromDecimal(exact, principal.currency), steps }
}
