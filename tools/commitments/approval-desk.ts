/**
 * The deciding side of the ledger: requests are opened, looked at, voted on and closed here. Graphs never get it.
 *
 * @module
 */
import type { Approval, Decision } from './approval-ledger.ts'
import type { Proposal, ProposalTerms } from './proposal.ts'
import type { ReviewClock } from './review-clock.ts'
import type { Asking, ReviewAnswers, ReviewQuestion } from './review-question.ts'

/** One person's vote as it comes in. */
export interface Vote {
  readonly proposalId: string
  readonly person: string
  readonly role: 'reviewer' | 'customer'
  readonly decision: 'approve' | 'reject'
  /** The hash of the terms this person saw. */
  readonly termsHash: string
  readonly reason: string | null
}

/** A proposal with all that is known of its approval. */
export interface ApprovalRequest {
  readonly proposal: Proposal
  readonly decisions: readonly Decision[]
  /** Null while the request is open. */
  readonly outcome: Approval | null
  /** Who is looking at it now; a claim that ran out is not shown. */
  readonly claimedBy: string | null
  readonly claimExpiresAt: string | null
  readonly waitsFor: readonly ('reviewer' | 'customer')[]
  /** Nothing is approved before this instant; null where there is no cool-down, or it has not begun. */
  readonly coolDownUntil: string | null
  /** When a person who decides alone confirmed a second time. */
  readonly confirmedAgainAt: string | null
  /** When a reviewer first claimed it, voted or asked. */
  readonly firstLookAt: string | null
  /** How often it was passed on because it lay too long; what is higher comes first. */
  readonly escalation: number
  readonly clock: ReviewClock
  readonly events: readonly ReviewEvent[]
  readonly questions: readonly ReviewQuestion[]
}

/** What time did to a request. */
export interface ReviewEvent {
  /** `lapsed`: a claim ran out and the request is free again. */
  readonly kind: 'reminder' | 'escalated' | 'lapsed'
  readonly key: string
  /** The escalation reached by it; 0 for the rest. */
  readonly level: number
  readonly dueAt: string
  readonly at: string
}

export interface RequestFilter {
  readonly status: 'pending' | 'closed'
  /** Only this customer's. */
  readonly customerId?: string
  /** At most this many, 100 when left out. Pending ones come most urgent first, closed ones newest first. */
  readonly limit?: number
}

export interface EditedDeal {
  readonly terms: ProposalTerms
  readonly editor: string
}

/** What becomes of an edited proposal: its successor, or for a deal what the counterparty is to be asked for first. */
export interface EditResult {
  readonly next: Proposal | null
  readonly wanted?: ProposalTerms
}

export interface ApprovalDesk extends ReviewAnswers {
  /**
   * Stores the proposal with its request and queues the graph that waits on it, in one transaction.
   * @returns what stands now: the proposal that another process opened for this task in the same place, if there is one
   */
  open(proposal: Proposal): Promise<Proposal>
  /**
   * Counts a vote. The one that completes the policy's votes writes the approval and queues its execution in the same
   * transaction; a rejection closes at once. The same vote by the same person again changes nothing and is answered alike.
   *
   * @throws ParleyError NOT_FOUND, APPROVAL_MISMATCH (other terms), PROPOSER_MAY_NOT_DECIDE, FORBIDDEN (not entitled),
   * APPROVAL_CLOSED (with how it was closed), APPROVAL_EXPIRED, MANDATE_REVOKED, MANDATE_INVALID (not in force),
   * CONFLICT (this person voted otherwise before)
   */
  decide(vote: Vote): Promise<{ readonly outcome: 'open' | 'approved' | 'rejected' }>
  /**
   * Closes a proposal as edited. In the same transaction the new terms are opened, or kept where the counterparty has to
   * be asked for them first.
   * @throws the same as `decide`
   */
  edit(edit: Omit<Vote, 'decision'> & EditResult): Promise<void>
  /** What a reviewer wanted of a deal, for which the counterparty is asked; null where there is no such edit. */
  editedDeal(proposalId: string): Promise<EditedDeal | null>
  /** Closes an open proposal as voided; false when it was closed before. @throws ParleyError NOT_FOUND */
  void(proposalId: string, reason: string): Promise<boolean>
  /**
   * The second, separate confirmation of a person who decides alone, after the cool-down; closes as approved.
   * @throws ParleyError CONFLICT when it comes too early, FORBIDDEN where none is asked for, and as `decide`
   */
  confirmAgain(vote: Pick<Vote, 'proposalId' | 'person' | 'termsHash'>): Promise<{ readonly outcome: 'approved' }>
  /** Approves what has all its votes and whose cool-down is over now; returns the ids. */
  ripen(now: Date): Promise<readonly string[]>
  /** Closes everything whose time ran out and returns the ids. */
  expire(now: Date): Promise<readonly string[]>
  /**
   * Asks the agent or the customer. The agent answers at once from what is on record; the customer is asked in the
   * conversation, or by the request alone where there is none.
   * @throws as `decide`, and ParleyError CONFLICT while another question to the customer is open
   */
  ask(asking: Asking): Promise<ReviewQuestion>
  /** Reminds, passes on what lies too long, frees lapsed claims: each once. Returns what this call did. */
  keepTime(now: Date): Promise<readonly (ReviewEvent & { readonly proposalId: string })[]>
  /**
   * Takes a request to look at for some minutes; again by the same person, it lasts longer.
   * @throws ParleyError CONFLICT when another person holds it, or this one voted on it or let it lie; FORBIDDEN for
   * somebody without the role; PROPOSER_MAY_NOT_DECIDE, NOT_FOUND, APPROVAL_CLOSED
   */
  claim(proposalId: string, person: string, minutes: number): Promise<ApprovalRequest>
  /** Puts it back; nothing happens when this person does not hold it. */
  release(proposalId: string, person: string): Promise<void>
  request(proposalId: string): Promise<ApprovalRequest | null>
  requests(filter: RequestFilter): Promise<readonly ApprovalRequest[]>
}
