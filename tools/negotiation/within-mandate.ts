/**
 * The wall: whether terms lie inside what the customer allowed.
 *
 * @module
 */
import type { Mandate } from '../mandates/mandate.ts'
import type { DealTerms } from '../offers/terms.ts'
import { type Breach, breaches } from './breaches.ts'

export type WithinMandate =
  | { readonly kind: 'within' }
  | { readonly kind: 'outside'; readonly reasons: readonly Breach[] }

/**
 * Checks terms against the limits of a mandate; asked at every outgoing move and again before execution. Whether the
 * mandate is in force is another question (`notInForce`).
 */
export function withinMandate(mandate: Pick<Mandate, 'need' | 'limits'>, terms: DealTerms): WithinMandate {
  const reasons = breaches(mandate.need, mandate.limits, terms)
  return reasons.length === 0 ? { kind: 'within' } : { kind: 'outside', reasons }
}
