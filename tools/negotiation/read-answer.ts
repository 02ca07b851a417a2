/**
 * What an answer means for the negotiation, whatever it calls itself.
 *
 * @module
 */
import { termsHash } from '../shared/terms-hash.ts'
import type { OurMove, TheirMove } from './counterparty.ts'
import type { HeldOffer } from './negotiation-ledger.ts'

export type Meaning =
  /** They hold exactly the terms we offered or took. */
  | { readonly kind: 'agreed'; readonly held: HeldOffer }
  /** Something to go on from; an acceptance of other terms is an offer, and so it is called. */
  | { readonly kind: 'goes-on'; readonly answer: TheirMove }

/** Reads their answer to our move: an acceptance counts only when it is of the same terms, held and not yet expired. */
export function readAnswer(ours: Pick<OurMove, 'move' | 'terms'>, answer: TheirMove, now: Date): Meaning {
  if (answer.move !== 'accept') return { kind: 'goes-on', answer }
  const { terms, offerId, validUntil } = answer
  const same = terms !== undefined && ours.terms !== undefined && termsHash(terms) === termsHash(ours.terms)
  const held = validUntil !== undefined && new Date(validUntil).getTime() > now.getTime()
  if (same && held && offerId !== undefined) return { kind: 'agreed', held: { offerId, terms, validUntil } }
  return { kind: 'goes-on', answer: { ...answer, move: terms === undefined ? 'reject' : 'offer' } }
}
