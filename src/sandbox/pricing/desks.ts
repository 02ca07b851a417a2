/**
 * The desk for each kind of deal.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'
import { overdraftDesk, savingsDesk } from './account-desks.ts'
import { feeWaiverDesk, planDesk, settlementDesk } from './claim-desks.ts'
import type { Desk, Line } from './desk.ts'
import { insuranceDesk } from './insurance-desk.ts'
import { loanDesk } from './loan-desk.ts'

/** A desk with the wish and the line already in hand; `ask` and `worth` speak of the same kind of terms. */
export interface Bargain {
  readonly line: Line
  ask(price: number): DealTerms
  /** Negative infinity for terms of another kind, currency or deal: worth nothing here. */
  worth(terms: DealTerms): number
}

/** The bargain over what the customer wants, or null when the party does not deal in it. */
export function bargain(
  wanted: DealTerms,
  draw: (what: string) => number,
  quotes: readonly DealTerms[],
): Bargain | null {
  switch (wanted.kind) {
    case 'instalment-loan':
      return over(loanDesk, wanted, draw, quotes)
    case 'overdraft':
      return over(overdraftDesk, wanted, draw, quotes)
    case 'savings':
      return over(savingsDesk, wanted, draw, quotes)
    case 'instalment-plan':
      return over(planDesk, wanted, draw, quotes)
    case 'settlement':
      return over(settlementDesk, wanted, draw, quotes)
    case 'fee-waiver':
      return over(feeWaiverDesk, wanted, draw, quotes)
    default:
      return over(insuranceDesk, wanted, draw, quotes)
  }
}

function over<T extends DealTerms>(
  desk: Desk<T>,
  wanted: T,
  draw: (what: string) => number,
  quotes: readonly DealTerms[],
): Bargain | null {
  const same = (terms: DealTerms): terms is T => terms.kind === wanted.kind && terms.currency === wanted.currency
  const quote = quotes.find(same) ?? null
  const line = desk.line(wanted, draw, quote)
  if (line === null) return null
  return {
    line,
    ask: (price) => desk.ask(wanted, price, draw, quote),
    worth: (terms) => (same(terms) ? desk.worth(terms) : Number.NEGATIVE_INFINITY),
  }
}
