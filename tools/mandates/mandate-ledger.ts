/**
 * Where mandates are kept. Confirming and revoking are events that are only ever added.
 *
 * @module
 */
import type { Mandate } from './mandate.ts'

export interface MandateLedger {
  /** Adds an unconfirmed mandate. */
  draft(mandate: Mandate): Promise<void>
  get(id: string): Promise<Mandate | null>
  listFor(customerId: string): Promise<readonly Mandate[]>
  /** The newest mandate of the thread that is neither confirmed nor revoked nor expired at `now`. */
  pendingOf(threadId: string, now: Date): Promise<Mandate | null>
  /** True when this call confirmed it; false when it was confirmed before. @throws ParleyError MANDATE_REVOKED */
  confirm(id: string, by: string, at: Date): Promise<boolean>
  /** True when this call revoked it. Voids open proposals under it in the same transaction. */
  revoke(id: string, by: string, at: Date): Promise<boolean>
}
