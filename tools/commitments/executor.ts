/**
 * What binds. Only the executing job, the wiring and the channels may name this file (a boundary rule says so).
 *
 * @module
 */
import type { ApprovedProposal } from './approved-proposal.ts'

/** Confirmed by the counterparty, or, with `channel: 'letter'`, prepared as a letter that is still to be posted. */
interface Committed {
  readonly kind: 'committed'
  readonly reference: string
  readonly committedAt: string
  readonly channel?: 'letter'
}

/** What a counterparty said to an act. */
export type ActResult =
  | Committed
  | { readonly kind: 'refused'; readonly reason: string }
  /** Sent, and no answer that can be trusted came back: it may or may not have been done. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** What a counterparty knows of an idempotency key. */
export type ActStatus = Committed | { readonly kind: 'not-received' } | { readonly kind: 'cannot-say' }

export interface CommitmentExecutor {
  /**
   * Whether anybody connects us to the counterparty of this act. Nothing of the act is sent.
   * @throws ParleyError COUNTERPARTY_UNREACHABLE when that cannot be found out now
   */
  reaches(approved: ApprovedProposal, act: number): Promise<boolean>
  /** Sends one act of an approved proposal, with the key `<proposal id>/<act>`. Never retries by itself, never throws. */
  execute(approved: ApprovedProposal, act: number): Promise<ActResult>
  /** Asks the counterparty what it knows of this act; safe to repeat, never throws. */
  statusOf(approved: ApprovedProposal, act: number): Promise<ActStatus>
}
