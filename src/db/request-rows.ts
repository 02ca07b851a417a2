/**
 * Rows of approval requests, with votes, questions and what time did, as the values they stand for.
 *
 * @module
 */
import type { ApprovalRequest, ReviewEvent } from '../../tools/commitments/approval-desk.ts'
import type { Decision } from '../../tools/commitments/approval-ledger.ts'
import { coolDownUntil } from '../../tools/commitments/cool-down.ts'
import { pausesFor, reviewClock } from '../../tools/commitments/review-clock.ts'
import type { ReviewQuestion } from '../../tools/commitments/review-question.ts'
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import {
  type ApprovalRow,
  type DecisionRow,
  type ProposalRow,
  toApproval,
  toDecision,
  toProposal,
} from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'
import { questionsOn } from './review-questions.ts'

type RequestRow = ProposalRow &
  Omit<ApprovalRow, 'outcome'> & {
    outcome: ApprovalRow['outcome'] | null
    closing_reason: string | null
    claimed_by: string | null
    claim_expires_at: Date | null
    confirmed_again_at: Date | null
    first_look_at: Date | null
    escalation: number
  }

/** With the claim that has run out and that nobody has put away yet. */
export interface LoadedRequest extends ApprovalRequest {
  readonly lapsedClaim: { readonly person: string; readonly until: string } | null
}

/** These requests, in the order of the ids. */
export async function loadRequests(
  db: Queryable,
  ids: readonly string[],
  now: Date,
): Promise<readonly LoadedRequest[]> {
  if (ids.length === 0) return []
  const { rows } = await db.query<RequestRow>(
    /* sql */ `
      select p.*, r.claimed_by, r.claim_expires_at, r.first_look_at, r.escalation, a.outcome, a.reason as closing_reason,
        a.decided_at, s.confirmed_at as confirmed_again_at
      from proposals p join approval_requests r on r.proposal_id = p.id left join approvals a on a.proposal_id = p.id
        left join second_confirmations s on s.proposal_id = p.id
      where p.id = any($1)`,
    [[...ids]],
  )
  const votes = await db.query<DecisionRow & { stands: boolean }>(
    /* sql */ `
      select *, role <> 'reviewer' or reviewer_stands(person) as stands
      from decisions where proposal_id = any($1) order by decided_at, person`,
    [[...ids]],
  )
  const events = await db.query<EventRow>('select * from review_events where proposal_id = any($1) order by at, key', [
    [...ids],
  ])
  const questions = await questionsOn(db, ids)
  return ids.flatMap((id) => {
    const row = rows.find((found) => found.id === id)
    if (row === undefined) return []
    const own = <T extends { proposal_id: string }>(list: readonly T[]) => list.filter((r) => r.proposal_id === id)
    return toRequest(row, {
      votes: own(votes.rows).map((vote) => ({ ...toDecision(vote), stands: vote.stands })),
      events: own(events.rows).map(toEvent),
      questions: questions.filter(({ proposalId }) => proposalId === id),
      now,
    })
  })
}

function toRequest(
  row: RequestRow,
  {
    votes,
    events,
    questions,
    now,
  }: {
    readonly votes: readonly (Decision & { stands: boolean })[]
    readonly events: readonly ReviewEvent[]
    readonly questions: readonly ReviewQuestion[]
    readonly now: Date
  },
): LoadedRequest {
  const proposal = toProposal(row)
  const { outcome, closing_reason: reason, claimed_by: holder, claim_expires_at: until } = row
  const closing =
    outcome === null ? null : toApproval({ ...row, proposal_id: row.id, outcome, reason, decided_at: row.decided_at })
  const decisions = votes.map(({ stands: _, ...decision }) => decision)
  const standing = votes.filter((vote) => vote.stands)
  const second = row.confirmed_again_at === null ? 'not-yet' : 'confirmed-again'
  const claimed = until !== null && until > now && closing === null
  const missing = closing === null ? waitsFor(proposal, standing, second) : []
  const firstLookAt = row.first_look_at?.toISOString() ?? null
  const pauses = pausesFor(questions, closing?.decidedAt ?? null)
  return {
    proposal,
    decisions,
    outcome: closing,
    claimedBy: claimed ? holder : null,
    claimExpiresAt: claimed ? until.toISOString() : null,
    lapsedClaim:
      holder === null || until === null || until > now ? null : { person: holder, until: until.toISOString() },
    waitsFor: missing,
    coolDownUntil: coolDownUntil(proposal, decisions),
    confirmedAgainAt: row.confirmed_again_at?.toISOString() ?? null,
    firstLookAt,
    escalation: row.escalation,
    clock: reviewClock({ proposal, firstLookAt, pauses, waitsFor: missing }, now),
    events,
    questions,
  }
}

interface EventRow {
  proposal_id: string
  kind: ReviewEvent['kind']
  key: string
  level: number
  due_at: Date
  at: Date
}

function toEvent(row: EventRow): ReviewEvent {
  return {
    kind: row.kind,
    key: row.key,
    level: row.level,
    dueAt: row.due_at.toISOString(),
    at: row.at.toISOString(),
  }
}
