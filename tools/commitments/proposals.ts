/**
 * What the agent may do about proposals: draft one and open its approval request. Nothing here binds anyone.
 *
 * @module
 */
import type { Brief, Proposal, ProposalTerms } from './proposal.ts'

export interface ProposalRequest {
  readonly customerId: string
  readonly threadId: string | null
  readonly taskId: string | null
  readonly mandateId: string | null
  /** `agent`, or the person whose edit made these terms. */
  readonly proposer: string
  readonly terms: ProposalTerms
  readonly brief: Brief
  /** ISO instant: the earliest of offer, mandate and the policy's time limit. */
  readonly expiresAt: string
  readonly supersedes?: string
  /** The commitment these terms withdraw from. */
  readonly withdraws?: { readonly proposalId: string; readonly act: number }
}

export interface Proposals {
  /**
   * Stores the proposal, opens the approval request, starts the graph that waits on it. The policy sets whose votes it
   * needs. A task has one first proposal and a proposal one successor: called again, it returns the one that stands.
   */
  open(request: ProposalRequest): Promise<Proposal>
  /** The customer takes it back, or corrects what it rests on: closed as voided unless it was closed before. */
  void(proposalId: string, reason: string): Promise<boolean>
  /** Open proposals of a customer, newest first. */
  openOf(customerId: string): Promise<readonly Proposal[]>
  /** A vote; the one that completes the policy's votes closes the proposal as approved. */
  decide(vote: {
    readonly proposalId: string
    readonly person: string
    readonly role: 'reviewer' | 'customer'
    readonly decision: 'approve' | 'reject'
    readonly termsHash: string
    readonly reason: string | null
  }): Promise<{ readonly outcome: 'open' | 'approved' | 'rejected' }>
}
