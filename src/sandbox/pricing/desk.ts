/**
 * What a party needs to bargain over one kind of deal: a private price line, and terms for a price.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'

/**
 * Where a party starts and how far it would go, in the desk's own unit; higher is better for the party.
 * `limit` is private: it is never sent, only written into the market's own book for evals.
 */
export interface Line {
  readonly open: number
  readonly limit: number
}

export interface Desk<T extends DealTerms> {
  /** The private line for this customer's wish, or null when the party does not deal in such terms. */
  line(wanted: T, draw: (what: string) => number, quote: T | null): Line | null
  /** The party's terms at a price, as close to what is wanted as it deals in, and no stingier than its own quote. */
  ask(wanted: T, price: number, draw: (what: string) => number, quote: T | null): T
  /** What terms are worth to the party, in the unit of the line. */
  worth(terms: T): number
  /** The wish at the figure people bargain over for this kind. */
  at(figure: string, wanted: T): T
}
