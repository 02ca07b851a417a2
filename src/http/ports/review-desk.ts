/**
 * The reviewers' side of the ledger: which proposals wait, who is looking at one, and what was decided.
 *
 * @module
 */
import type {
  Approval,
  ApprovalLedger,
  Commitment,
  Decision,
  Execution,
} from '../../../tools/commitments/approval-ledger.ts'
import type { Proposal, ProposalTerms } from '../../../tools/commitments/proposal.ts'

/** A proposal with everything said and done about it. */
export interface ReviewRequest {
  readonly proposal: Proposal
  readonly decisions: readonly Decision[]
  /** The closing row; null while the request is pending. */
  readonly approval: Approval | null
  readonly execution: Execution
  /** Who is looking at it now; a claim decides nothing. */
  readonly claim: { readonly person: string; readonly expiresAt: string } | null
}

export interface ReviewDesk extends ApprovalLedger {
  /** Pending: soonest expiry first. Closed: newest first. */
  requests(filter: {
    readonly status: 'pending' | 'closed'
    readonly customerId?: string
    readonly limit: number
  }): Promise<readonly ReviewRequest[]>
  request(proposalId: string): Promise<ReviewRequest | null>
  /** Takes the request for a while. @throws ParleyError CONFLICT when somebody else holds it, APPROVAL_CLOSED */
  claim(proposalId: string, person: string): Promise<void>
  release(proposalId: string, person: string): Promise<void>
  /**
   * Closes the request as edited and opens a new one with the reviewer's terms, whose proposer is that person.
   * @throws ParleyError APPROVAL_MISMATCH, APPROVAL_CLOSED, MANDATE_EXCEEDED
   */
  edit(edit: {
    readonly proposalId: string
    readonly person: string
    readonly termsHash: string
    readonly terms: ProposalTerms
    readonly reason: string | null
  }): Promise<Proposal>
  commitmentsOf(customerId: string): Promise<readonly Commitment[]>
}
