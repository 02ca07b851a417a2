/**
 * Which kinds of deals there are, and who usually deals in them.
 *
 * @module
 */
import { type DealKind, INSURANCE_KINDS } from './terms.ts'

/** What each role deals in, in a stable order. */
export const KINDS_OF_ROLE = {
  lender: ['instalment-loan', 'overdraft', 'savings'],
  insurer: INSURANCE_KINDS,
  creditor: ['instalment-plan', 'settlement', 'fee-waiver'],
} as const satisfies Record<string, readonly DealKind[]>

export type Role = keyof typeof KINDS_OF_ROLE

/** Every kind of deal. */
export const DEAL_KINDS: readonly DealKind[] = Object.values(KINDS_OF_ROLE).flat()

/** The role whose business this kind is. */
export function roleDealingIn(kind: DealKind): Role {
  if ((KINDS_OF_ROLE.insurer as readonly DealKind[]).includes(kind)) return 'insurer'
  return (KINDS_OF_ROLE.creditor as readonly DealKind[]).includes(kind) ? 'creditor' : 'lender'
}
