/**
 * What a receipt says, so that it proves something without us: the exact terms, who decided, what came of it.
 *
 * @module
 */
import type { ApprovalRequest } from '../../tools/commitments/approval-desk.ts'
import type { Approval, Commitment } from '../../tools/commitments/approval-ledger.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { type PublicKeys, verifyDocument } from './signer.ts'

/** How a request was closed: the terms, their hash, and every vote with the hash that person saw. */
export function approvalReceipt({ proposal, decisions }: ApprovalRequest, outcome: Approval, issuedAt: Date) {
  return {
    type: 'approval-receipt',
    issuedAt: issuedAt.toISOString(),
    proposalId: proposal.id,
    customerId: proposal.customerId,
    proposer: proposal.proposer,
    mandateId: proposal.mandateId,
    terms: proposal.terms,
    termsHash: proposal.termsHash,
    required: proposal.required,
    votes: decisions.map(({ person, role, decision, termsHash: seen, decidedAt }) => ({
      ...{ person, role, decision, decidedAt },
      termsHash: seen,
    })),
    outcome: outcome.outcome,
    decidedAt: outcome.decidedAt,
  }
}

/** What was committed under which approval. */
export function commitmentReceipt(
  { proposal }: ApprovalRequest,
  { approval, commitment }: { readonly approval: Approval; readonly commitment: Commitment },
  issuedAt: Date,
) {
  const { act, counterpartyId, reference, committedAt, channel } = commitment
  return {
    type: 'commitment-receipt',
    issuedAt: issuedAt.toISOString(),
    proposalId: proposal.id,
    customerId: proposal.customerId,
    terms: proposal.terms,
    termsHash: commitment.termsHash,
    approvedAt: approval.decidedAt,
    act,
    counterpartyId,
    counterpartyName: proposal.terms.acts[act]?.counterpartyName ?? counterpartyId,
    reference,
    committedAt,
    channel: channel ?? 'http',
  }
}

/**
 * A receipt's content, when its signature fits and its terms have the hash it names.
 * @throws ParleyError INVALID_INPUT when the signature does not fit
 */
export async function readReceipt(
  jws: string,
  keys: PublicKeys,
): Promise<{ readonly content: Readonly<Record<string, unknown>>; readonly termsFit: boolean }> {
  const content = (await verifyDocument(jws, keys)) as Record<string, unknown>
  return { content, termsFit: !('terms' in content) || termsHash(content.terms) === content.termsHash }
}
