/**
 * The desk for each kind of deal.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'
import type { Party } from '../parties.ts'
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

/** A first ask and a limit that are given instead of drawn, in the figure people bargain over. */
export type Given = Pick<Party, 'asks' | 'limit'>

/** The bargain over what the customer wants, or null when the party does not deal in it. */
export function bargain(
  wanted: DealTerms,
  draw: (what: string) => number,
  quotes: readonly DealTerms[],
  given: Given = {},
): Bargain | null {
  switch (wanted.kind) {
    case 'instalment-loan':
      return over(loanDesk, wanted, draw, quotes, given)
    case 'overdraft':
      return over(overdraftDesk, wanted, draw, quotes, given)
    case 'savings':
      return over(savingsDesk, wanted, draw, quotes, given)
    case 'instalment-plan':
      return over(planDesk, wanted, draw, quotes, given)
    case 'settlement':
      return over(settlementDesk, wanted, draw, quotes, given)
    case 'fee-waiver':
      return over(feeWaiverDesk, wanted, draw, quotes, given)
    default:
      return over(insuranceDesk, wanted, draw, quotes, given)
  }
}

function over<T extends DealTerms>(
  desk: Desk<T>,
  wanted: T,
  draw: (what: string) => number,
  quotes: readonly DealTerms[],
  { asks, limit }: Given,
): Bargain | null {
  const same = (terms: DealTerms): terms is T => terms.kind === wanted.kind && terms.currency === wanted.currency
  const quote = quotes.find(same) ?? null
  const drawn = desk.line(wanted, draw, quote)
  if (drawn === null) return null
  const price = (figure: string) => desk.worth(desk.at(figure, wanted))
  // Whoever is cast sells what is wanted, unless a trick says otherwise: only an uncast party draws its range by chance.
  const range = limit === undefined ? draw : (what: string) => (what.startsWith('sells ') ? 1 : draw(what))
  const line = lineOf(drawn, asks === undefined ? null : price(asks), limit === undefined ? null : price(limit))
  return {
    line,
    ask: (price) => desk.ask(wanted, price, range, quote),
    worth: (terms) => (same(terms) ? desk.worth(terms) : Number.NEGATIVE_INFINITY),
  }
}

/** The drawn line, moved to what was given; whoever asks for no more than the limit has nothing to give way on. */
function lineOf(drawn: Line, asks: number | null, limit: number | null): Line {
  if (limit !== null) return { open: Math.max(limit, asks ?? limit + drawn.open - drawn.limit), limit }
  return asks === null ? drawn : { open: asks, limit: Math.min(asks, drawn.limit) }
}
