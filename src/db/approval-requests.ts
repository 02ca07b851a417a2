/**
 * Approval requests as people see them: lists, and who is looking at which.
 *
 * @module
 */
import type pg from 'pg'
import type { ApprovalDesk, ApprovalRequest } from '../../tools/commitments/approval-desk.ts'
import type { Decision } from '../../tools/commitments/approval-ledger.ts'
import { coolDownUntil } from '../../tools/commitments/cool-down.ts'
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import {
  type ApprovalRow,
  type DecisionRow,
  type ProposalRow,
  toApproval,
  toDecision,
  toProposal,
} from './proposal-rows.ts'

type RequestRow = ProposalRow &
  Omit<ApprovalRow, 'outcome'> & {
    outcome: ApprovalRow['outcome'] | null
    closing_reason: string | null
    claimed_by: string | null
    claim_expires_at: Date | null
    confirmed_again_at: Date | null
  }

const SELECT = /* sql */ `
  select p.*, r.claimed_by, r.claim_expires_at, a.outcome, a.reason as closing_reason, a.decided_at,
    s.confirmed_at as confirmed_again_at
  from proposals p join approval_requests r on r.proposal_id = p.id left join approvals a on a.proposal_id = p.id
    left join second_confirmations s on s.proposal_id = p.id`

export function approvalRequests({
  pool,
  clock,
}: {
  pool: pg.Pool
  clock: Clock
}): Pick<ApprovalDesk, 'claim' | 'release' | 'request' | 'requests'> {
  async function complete(rows: readonly RequestRow[]): Promise<ApprovalRequest[]> {
    const ids = rows.map((row) => row.id)
    const votes = await pool.query<DecisionRow & { stands: boolean }>(
      /* sql */ `
        select *, role <> 'reviewer' or reviewer_stands(person) as stands
        from decisions where proposal_id = any($1) order by decided_at, person`,
      [ids],
    )
    const decisions = votes.rows.map((vote) => ({ ...toDecision(vote), stands: vote.stands }))
    return rows.map((row) =>
      toRequest(
        row,
        decisions.filter((d) => d.proposalId === row.id),
        clock.now(),
      ),
    )
  }

  async function request(proposalId: string): Promise<ApprovalRequest | null> {
    const { rows } = await pool.query<RequestRow>(`${SELECT} where p.id = $1`, [proposalId])
    return (await complete(rows))[0] ?? null
  }

  return {
    request,

    async requests({ status, customerId, limit = 100 }) {
      const order = status === 'pending' ? 'p.expires_at, p.id' : 'a.decided_at desc, p.id'
      const { rows } = await pool.query<RequestRow>(
        `${SELECT} where (a.outcome is null) = $1 and ($2::text is null or p.customer_id = $2) order by ${order} limit $3`,
        [status === 'pending', customerId ?? null, limit],
      )
      return complete(rows)
    },

    async claim(proposalId, person, minutes) {
      const before = await request(proposalId)
      if (before === null) throw new ParleyError('NOT_FOUND', `There is no approval request ${proposalId}.`)
      if (before.outcome !== null) {
        throw new ParleyError('APPROVAL_CLOSED', `Proposal ${proposalId} was ${before.outcome.outcome} before.`, {
          facts: { proposalId, outcome: before.outcome.outcome, decidedAt: before.outcome.decidedAt },
        })
      }
      const now = clock.now()
      const until = new Date(now.getTime() + minutes * 60_000)
      const { rowCount } = await pool.query(
        /* sql */ `
          update approval_requests set claimed_by = $2, claim_expires_at = $3
          where proposal_id = $1 and (claimed_by is null or claimed_by = $2 or claim_expires_at <= $4)`,
        [proposalId, person, until, now],
      )
      if (rowCount === 0) throw new ParleyError('CONFLICT', `Another reviewer is looking at proposal ${proposalId}.`)
      return { ...before, claimedBy: person, claimExpiresAt: until.toISOString() }
    },

    async release(proposalId, person) {
      await pool.query(
        'update approval_requests set claimed_by = null, claim_expires_at = null where proposal_id = $1 and claimed_by = $2',
        [proposalId, person],
      )
    },
  }
}

function toRequest(row: RequestRow, votes: readonly (Decision & { stands: boolean })[], now: Date): ApprovalRequest {
  const proposal = toProposal(row)
  const { outcome, closing_reason: reason } = row
  const closing =
    outcome === null ? null : toApproval({ ...row, proposal_id: row.id, outcome, reason, decided_at: row.decided_at })
  const decisions = votes.map(({ stands: _, ...decision }) => decision)
  const standing = votes.filter((vote) => vote.stands)
  const second = row.confirmed_again_at === null ? 'not-yet' : 'confirmed-again'
  const claimed = row.claim_expires_at !== null && row.claim_expires_at > now
  return {
    proposal,
    decisions,
    outcome: closing,
    claimedBy: claimed ? row.claimed_by : null,
    claimExpiresAt: claimed ? (row.claim_expires_at?.toISOString() ?? null) : null,
    waitsFor: closing === null ? waitsFor(proposal, standing, second) : [],
    coolDownUntil: coolDownUntil(proposal, decisions),
    confirmedAgainAt: row.confirmed_again_at?.toISOString() ?? null,
  }
}
