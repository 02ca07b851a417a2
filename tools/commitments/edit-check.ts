/**
 * What a reviewer's edit changes: an edit works on the words and the terms, never on whom they go to.
 *
 * @module
 */
import { moneyCost } from '../negotiation/bid-cost.ts'
import type { DealTerms } from '../offers/terms.ts'
import type { Fault } from '../shared/errors.ts'
import { termsHash } from '../shared/terms-hash.ts'
import type { Act, ProposalTerms } from './proposal.ts'

export type EditVerdict =
  /** Only words of our own changed: they can be proposed as they are. */
  | { readonly kind: 'notice-changed' }
  /** A deal changed: the counterparty has not agreed to it, so it has to be asked. */
  | { readonly kind: 'deal-changed' }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }

export function checkEdit(before: ProposalTerms, after: ProposalTerms): EditVerdict {
  if (before.acts.length !== after.acts.length) {
    return { kind: 'refused', faults: [{ path: 'terms.acts', reason: 'must be the same acts in the same order' }] }
  }
  const faults: Fault[] = []
  let dealChanged = false
  for (const [index, act] of before.acts.entries()) {
    const edited = after.acts[index]
    if (edited === undefined || termsHash(frame(act)) !== termsHash(frame(edited))) {
      faults.push({ path: `terms.acts.${index}`, reason: 'may change in its terms only; for anything else reject' })
    } else if (act.type === 'conclude' && termsHash(act.terms) !== termsHash(edited.terms)) {
      dealChanged = true
      if (edited.type === 'conclude' && costsMore(act.terms, edited.terms)) {
        const reason = 'must not cost the customer more than what is held; to have other terms sought, reject'
        faults.push({ path: `terms.acts.${index}.terms`, reason })
      }
    }
  }
  if (faults.length === 0 && termsHash(before) === termsHash(after)) {
    faults.push({
      path: 'terms',
      reason: 'must differ from the proposal; to leave them as they are, approve or reject',
    })
  }
  if (faults.length > 0) return { kind: 'refused', faults }
  return { kind: dealChanged ? 'deal-changed' : 'notice-changed' }
}

/** An edit tightens. More cover may cost more, so that of insurance the mandate alone is the limit. */
function costsMore(before: DealTerms, after: DealTerms): boolean {
  return !before.kind.startsWith('insurance-') && before.kind === after.kind && moneyCost(after).gt(moneyCost(before))
}

/** Everything of an act but its terms. */
function frame({ terms: _, ...rest }: Act): unknown {
  return rest
}
