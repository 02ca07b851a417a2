/**
 * Figures that a provider states about their own terms do not outlive an edit of these terms.
 *
 * @module
 */

import type { DealTerms } from '../offers/terms.ts'
import { termsHash } from '../shared/terms-hash.ts'
import type { ProposalTerms } from './proposal.ts'

/**
 * The edited terms without the instalment and the effective rate that the provider had stated for the terms before: kept,
 * they would be false of the new terms, and a customer would confirm a rate that no record carries.
 */
export function withoutStatedFigures(before: ProposalTerms, after: ProposalTerms): ProposalTerms {
  return {
    acts: after.acts.map((act, index) => {
      const old = before.acts[index]
      if (act.type !== 'conclude' || old?.type !== 'conclude') return act
      const terms = bare(act.terms)
      // Whoever edits only what the provider states has edited nothing that is theirs to change.
      return { ...act, terms: termsHash(terms) === termsHash(bare(old.terms)) ? old.terms : terms }
    }),
  }
}

function bare(terms: DealTerms): DealTerms {
  if (terms.kind !== 'instalment-loan') return terms
  const { instalment: _, effectiveRatePercent: __, ...rest } = terms
  return rest
}
