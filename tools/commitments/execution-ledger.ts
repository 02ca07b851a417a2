/**
 * What the executing job writes down: who executes, what was tried, what was confirmed.
 *
 * @module
 */
import type { ApprovalLedger, Commitment } from './approval-ledger.ts'

/** One line about an act that is not (yet) a commitment. */
export interface Attempt {
  readonly proposalId: string
  readonly act: number
  readonly kind: 'started' | 'refused' | 'unknown' | 'not-received' | 'withheld'
  readonly detail: string | null
  readonly at: string
}

export interface ExecutionLedger extends ApprovalLedger {
  /** Tries to become the one executor; a lease that ran out is free. Measured by the database's own clock. */
  lease(proposalId: string, holder: string, seconds: number): Promise<boolean>
  release(proposalId: string, holder: string): Promise<void>
  /** By position of their acts. */
  commitments(proposalId: string): Promise<readonly Commitment[]>
  /** In the order they were made. */
  attempts(proposalId: string): Promise<readonly Attempt[]>
  /**
   * Adds a line; one that ends the execution moves the task on and queues the graph that waits, in the same transaction.
   * @throws the database's refusal when the proposal was not approved with this hash, or the act before it is not confirmed
   */
  recordAttempt(attempt: Attempt & { readonly termsHash: string }): Promise<void>
  /** The same for a confirmation: true when this call recorded it, false when the act was committed before. */
  recordCommitment(commitment: Commitment, recordedAt: Date): Promise<boolean>
  /** Whether enough of the reviewers who approved still have the role. */
  reviewersStand(proposalId: string): Promise<boolean>
  /** Approved proposals nobody executes now and whose execution is not over: what a crash left behind. */
  unfinished(limit: number): Promise<readonly string[]>
}
