/**
 * A fee whose open question only the creditor can answer: what is unclear is contested until it is proven.
 *
 * @module
 */
import { add, zero } from '../shared/money.ts'
import type { AssessedFee } from './assessed-fee.ts'
import { type MissingFactCode, PROOF_WORDS } from './missing-fact.ts'

export interface ProofDemanded extends AssessedFee {
  /** What the creditor has to show. */
  readonly proofs: readonly MissingFactCode[]
}

/** The same fee, without proofs, where nothing of it is unclear or nothing is the creditor's to prove. */
export function proofDemanded(fee: AssessedFee): ProofDemanded {
  const proofs = fee.missing.filter((code) => PROOF_WORDS[code] !== null)
  if (fee.unclear.minor === 0 || proofs.length === 0) return { ...fee, proofs: [] }
  return {
    ...fee,
    proofs,
    disputed: add(fee.disputed, fee.unclear),
    unclear: zero('EUR'),
    codes: ['PROOF_REQUESTED', ...(fee.disputed.minor > 0 ? fee.codes : [])],
    strength: 'soft',
  }
}
