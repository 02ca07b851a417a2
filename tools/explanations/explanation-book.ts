/**
 * Where the reasoning behind computed figures is kept, so that every figure can be asked about later.
 *
 * @module
 */
import type { Explanation } from '../shared/explanation.ts'
import { termsHash } from '../shared/terms-hash.ts'

export interface ExplanationBook {
  /** Keeps explanations under their ids; one that is kept already stays as it is. */
  addAll(
    customerId: string,
    entries: readonly { readonly id: string; readonly explanation: Explanation }[],
    at: Date,
  ): Promise<void>
  get(customerId: string, id: string): Promise<Explanation | null>
}

/** The same reasoning for the same customer has one id, however often it is computed. */
export function explanationId(customerId: string, explanation: Explanation): string {
  return `expl_${termsHash({ customerId, explanation }).slice(0, 24)}`
}
