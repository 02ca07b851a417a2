/**
 * What the door adds to the deciding side of the ledger: a reviewer's edit, and what binds a customer now.
 *
 * @module
 */
import type { ApprovalDesk } from '../../../tools/commitments/approval-desk.ts'
import type { Commitment } from '../../../tools/commitments/approval-ledger.ts'
import type { Proposal, ProposalTerms } from '../../../tools/commitments/proposal.ts'

/** Requests as reviewers see them; voting goes through `Proposals`, which wakes the graph that waits. */
export type ReviewDesk = Pick<
  ApprovalDesk,
  'request' | 'requests' | 'claim' | 'release' | 'confirmAgain' | 'ask' | 'answer'
>

export interface Edits {
  /**
   * Asks the counterparty for what an edit wanted, where a crash kept that from happening; false when there is nothing
   * to ask for any more. What comes of it is the task's new proposal, as with `edit`.
   */
  resumeEdit(proposal: Proposal): Promise<boolean>
  /**
   * Closes the request as edited; the reviewer's terms go on as a new proposal whose proposer is that person, or back
   * into the negotiation (then null).
   *
   * @throws ParleyError APPROVAL_MISMATCH, APPROVAL_CLOSED, APPROVAL_EXPIRED, MANDATE_EXCEEDED
   */
  edit(edit: {
    readonly proposalId: string
    readonly person: string
    readonly role: 'reviewer'
    readonly termsHash: string
    readonly terms: ProposalTerms
    readonly reason: string | null
  }): Promise<Proposal | null>
}

export interface CommitmentBook {
  /** Newest first; of everybody when no customer is named. */
  commitments(filter: { readonly customerId?: string; readonly limit: number }): Promise<readonly Commitment[]>
}
