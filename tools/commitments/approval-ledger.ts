/**
 * The ledger that decides: proposals, votes, and the one closing row per proposal that a commitment can rest on.
 *
 * @module
 */
import type { Act, Proposal } from './proposal.ts'
import type { UndoWindow } from './undo-right.ts'

export type VoterRole = 'reviewer' | 'customer'

export type ProposalOutcome = 'approved' | 'rejected' | 'edited' | 'expired' | 'voided'

/** One person's vote on one proposal. */
export interface Decision {
  readonly proposalId: string
  readonly person: string
  readonly role: VoterRole
  readonly decision: 'approve' | 'reject' | 'edit'
  /** The hash of the terms this person saw. */
  readonly termsHash: string
  readonly reason: string | null
  readonly decidedAt: string
}

/** The single record that closes a proposal. */
export interface Approval {
  readonly proposalId: string
  readonly termsHash: string
  readonly outcome: ProposalOutcome
  readonly reason: string | null
  readonly decidedAt: string
}

/** What the counterparty confirmed, or that a letter to it lies ready. */
export interface Commitment {
  readonly proposalId: string
  /** Position of the act in the proposal's terms. */
  readonly act: number
  readonly termsHash: string
  readonly counterpartyId: string
  readonly reference: string
  readonly committedAt: string
  /** `letter`: the letter is prepared and nobody has received it yet; the reference is its id. */
  readonly channel?: 'letter'
  /** Until when the law lets the customer withdraw from it; left out where it does not. */
  readonly undo?: UndoWindow
}

/** How far the execution of an approved proposal has come, act by act. */
export type Execution =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'committed'; readonly commitments: readonly Commitment[] }
  | {
      readonly kind: 'refused'
      readonly act: number
      readonly reason: string
      readonly commitments: readonly Commitment[]
    }
  | { readonly kind: 'unknown'; readonly act: number; readonly commitments: readonly Commitment[] }
  /** Our own checks stopped this act before it was sent; it is certain that it was not done. */
  | {
      readonly kind: 'withheld'
      readonly act: number
      readonly reason: WithheldReason
      readonly commitments: readonly Commitment[]
    }

/** Why an approved act was not sent after all. */
export type WithheldReason =
  | 'mandate-revoked'
  | 'mandate-expired'
  | 'mandate-exceeded'
  | 'offer-expired'
  | 'terms-changed'
  | 'counterparty-unknown'
  /** A reviewer whose approval it rests on has lost the role. */
  | 'reviewer-revoked'
  /** The deployment profile does not allow it. */
  | 'not-permitted'
  /** Sent more than once, and the counterparty is certain that it never arrived. */
  | 'never-received'

/** What the agent's graphs may read: never more than reading. */
export interface ApprovalLedger {
  proposal(id: string): Promise<Proposal | null>
  /** The closing row, or null while the proposal is open. */
  outcomeOf(proposalId: string): Promise<Approval | null>
  decisions(proposalId: string): Promise<readonly Decision[]>
  executionOf(proposalId: string): Promise<Execution>
}

/** The idempotency key of an act: one per proposal and act, for ever. */
export function idempotencyKey(proposalId: string, act: number): string {
  return `${proposalId}/${act}`
}

/** An act with its position. */
export interface NumberedAct {
  readonly index: number
  readonly act: Act
}
