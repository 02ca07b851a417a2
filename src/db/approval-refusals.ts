/**
 * The database's refusals at the gate, as failures someone can act on.
 *
 * @module
 */
import { type ErrorCode, ParleyError } from '../../tools/shared/errors.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import type { Queryable } from './queryable.ts'

interface Refusal {
  readonly code: ErrorCode
  readonly sentence: (proposalId: string) => string
}

/** By the constraint that refused (see 0004-gate). */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  proposer_never_decides: {
    code: 'PROPOSER_MAY_NOT_DECIDE',
    sentence: (id) => `Whoever made the terms of proposal ${id} may not decide on them. Ask another reviewer.`,
  },
  voter_is_entitled: {
    code: 'FORBIDDEN',
    sentence: (id) => `You are not entitled to this vote on proposal ${id}.`,
  },
  proposal_is_in_time: {
    code: 'APPROVAL_EXPIRED',
    sentence: (id) => `The time to approve proposal ${id} has run out, so the answer is no.`,
  },
  reviewer_stands: {
    code: 'FORBIDDEN',
    sentence: (id) => `You are no reviewer any more, so you have no vote on proposal ${id}.`,
  },
  cool_down_is_over: {
    code: 'CONFLICT',
    sentence: (id) => `Proposal ${id} is still cooling down. Confirm again later.`,
  },
  second_confirmations_proposal_id_terms_hash_fkey: {
    code: 'APPROVAL_MISMATCH',
    sentence: (id) => `These are not the terms of proposal ${id}. Read it again before you decide.`,
  },
  decisions_proposal_id_terms_hash_fkey: {
    code: 'APPROVAL_MISMATCH',
    sentence: (id) => `These are not the terms of proposal ${id}. Read it again before you decide.`,
  },
  review_questions_proposal_id_terms_hash_fkey: {
    code: 'APPROVAL_MISMATCH',
    sentence: (id) => `These are not the terms of proposal ${id}. Read it again before you ask.`,
  },
  decisions_proposal_id_person_key: {
    code: 'CONFLICT',
    sentence: (id) => `You have already voted otherwise on proposal ${id}; a vote cannot be changed.`,
  },
}

/** The refusal as a `ParleyError`, or the error itself when the gate did not make it. Reads after the rollback. */
export async function explainRefusal(error: unknown, proposalId: string, db: Queryable): Promise<unknown> {
  const constraint = (error as { constraint?: string } | null)?.constraint ?? ''
  if (constraint === 'proposal_is_open' || constraint === 'approvals_pkey') return closed(error, proposalId, db)
  if (constraint === 'mandate_is_in_force') return notInForce(error, proposalId, db)
  const refusal = REFUSALS[constraint]
  if (refusal === undefined) return error
  return new ParleyError(refusal.code, refusal.sentence(proposalId), { facts: { proposalId }, cause: error })
}

async function closed(error: unknown, proposalId: string, db: Queryable): Promise<ParleyError> {
  const outcome = await postgresApprovals(db).outcomeOf(proposalId)
  // Revoking a mandate voids what rests on it; the revocation is what the voter needs to hear.
  if (outcome?.outcome === 'voided' && (await isRevoked(proposalId, db))) return notInForce(error, proposalId, db)
  return new ParleyError('APPROVAL_CLOSED', `Proposal ${proposalId} was ${outcome?.outcome ?? 'closed'} before.`, {
    facts: { proposalId, outcome: outcome?.outcome, reason: outcome?.reason, decidedAt: outcome?.decidedAt },
    cause: error,
  })
}

async function notInForce(error: unknown, proposalId: string, db: Queryable): Promise<ParleyError> {
  const options = { facts: { proposalId }, cause: error }
  return (await isRevoked(proposalId, db))
    ? new ParleyError('MANDATE_REVOKED', `The mandate of proposal ${proposalId} was revoked.`, options)
    : new ParleyError('MANDATE_INVALID', `The mandate of proposal ${proposalId} is not in force.`, options)
}

async function isRevoked(proposalId: string, db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(
    /* sql */ `
      select from proposals join mandate_events using (mandate_id)
      where proposals.id = $1 and mandate_events.kind = 'revoked'`,
    [proposalId],
  )
  return rowCount !== 0
}
