/**
 * Forgetting a customer: first everything in flight stops, then the records go.
 *
 * @module
 */
import type { Proposals } from '../tools/commitments/proposals.ts'
import type { Delegations } from '../tools/mandates/delegations.ts'
import type { MandateLedger } from '../tools/mandates/mandate-ledger.ts'

/** Safe to repeat: what was revoked, voided or erased before stays so. */
export async function eraseCustomer(
  parts: {
    readonly mandates: Pick<MandateLedger, 'listFor'>
    readonly delegations: Pick<Delegations, 'revoke'>
    readonly proposals: Pick<Proposals, 'openOf' | 'void'>
    readonly personal: { erase(customerId: string): Promise<void> }
  },
  customerId: string,
): Promise<void> {
  for (const mandate of await parts.mandates.listFor(customerId)) {
    if (mandate.revokedAt === null) await parts.delegations.revoke(mandate.id, customerId)
  }
  for (const proposal of await parts.proposals.openOf(customerId)) {
    await parts.proposals.void(proposal.id, 'The customer had their records erased.')
  }
  await parts.personal.erase(customerId)
}
