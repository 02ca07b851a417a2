/**
 * The wall: whether terms lie inside what the customer allowed.
 *
 * @module
 */
import type { ProposalTerms } from '../commitments/proposal.ts'
import type { Mandate } from '../mandates/mandate.ts'
import type { DealTerms } from '../offers/terms.ts'
import type { Fault } from '../shared/errors.ts'
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

/** Where the acts of a proposal leave the mandate, as faults by path; empty when they are within it. */
export function proposalWithinMandate(mandate: Mandate, terms: ProposalTerms): readonly Fault[] {
  return terms.acts.flatMap((act, index): readonly Fault[] => {
    const path = `terms.acts.${index}`
    if (!mandate.counterparties.includes(act.counterpartyId)) {
      return [{ path: `${path}.counterpartyId`, reason: 'is not among those the mandate allows to contact' }]
    }
    if (act.type === 'notice') return []
    const verdict = withinMandate(mandate, act.terms)
    return verdict.kind === 'within'
      ? []
      : verdict.reasons.map((r) => ({ path: `${path}.${r.code}`, reason: r.text.en }))
  })
}
