/**
 * Withdrawing from what was concluded, while the law lets the customer.
 *
 * @module
 */
import type { Proposal } from './proposal.ts'
import type { UndoWindow } from './undo-right.ts'

/** A commitment that can be, could have been, or is being withdrawn from. */
export interface Withdrawable {
  readonly proposalId: string
  readonly act: number
  readonly counterpartyName: string
  readonly window: UndoWindow
  /** `over`: the last day has passed; `under-way`: a withdrawal is open, approved or confirmed. */
  readonly state: 'open' | 'over' | 'under-way'
  /** The newest proposal that withdraws from it. */
  readonly withdrawalId: string | null
}

export interface Withdrawals {
  /** Newest commitment first; only what has, or had, a window. */
  offered(customerId: string): Promise<readonly Withdrawable[]>
  /**
   * Opens the proposal to withdraw; while one is open it is the answer again.
   *
   * @param of `act` may be left out where the proposal has one contract that can be withdrawn from
   * @throws ParleyError NOT_FOUND (no such commitment of this customer), CONFLICT (no right, or its last day has passed,
   * or withdrawn before) with the reason
   */
  start(of: {
    readonly customerId: string
    readonly proposalId: string
    readonly act?: number
    readonly threadId?: string | null
  }): Promise<Proposal>
}
