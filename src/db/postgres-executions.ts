/**
 * What the executing job writes down, on SQL. Attempts and commitments rest on an approval of the same terms by foreign key.
 *
 * @module
 */
import type pg from 'pg'
import type { ExecutionLedger } from '../../tools/commitments/execution-ledger.ts'
import type { Enqueue } from './approval-transaction.ts'
import { follow } from './execution-consequences.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { type AttemptRow, COMMITMENTS, type CommitmentRow, toAttempt, toCommitment } from './proposal-rows.ts'
import { inTransaction } from './transaction.ts'
import { recordUndoWindow } from './undo-windows.ts'

export function postgresExecutions({ pool, jobs }: { pool: pg.Pool; jobs: Enqueue }): ExecutionLedger {
  return {
    ...postgresApprovals(pool),

    // Leases run on the database's own clock: they are about processes, not about the customer's deadlines.
    async lease(proposalId, holder, seconds) {
      const { rowCount } = await pool.query(
        /* sql */ `
          insert into execution_leases (proposal_id, holder, expires_at)
          values ($1, $2, clock_timestamp() + make_interval(secs => $3))
          on conflict (proposal_id) do update set holder = excluded.holder, expires_at = excluded.expires_at
            where execution_leases.expires_at <= clock_timestamp() or execution_leases.holder = excluded.holder`,
        [proposalId, holder, seconds],
      )
      return rowCount === 1
    },

    async release(proposalId, holder) {
      await pool.query('delete from execution_leases where proposal_id = $1 and holder = $2', [proposalId, holder])
    },

    async commitments(proposalId) {
      const { rows } = await pool.query<CommitmentRow>(`${COMMITMENTS} where c.proposal_id = $1 order by c.act`, [
        proposalId,
      ])
      return rows.map(toCommitment)
    },

    async attempts(proposalId) {
      const { rows } = await pool.query<AttemptRow>('select * from attempts where proposal_id = $1 order by seq', [
        proposalId,
      ])
      return rows.map(toAttempt)
    },

    recordAttempt: (attempt) =>
      inTransaction(pool, async (client) => {
        const { proposalId, act, kind, termsHash, detail, at } = attempt
        await client.query(
          'insert into attempts (proposal_id, act, kind, terms_hash, detail, at) values ($1, $2, $3, $4, $5, $6)',
          [proposalId, act, kind, termsHash, detail, at],
        )
        await follow(client, jobs, { proposalId, act, kind, detail: { act, detail }, at: new Date(at) })
      }),

    recordCommitment: (commitment, recordedAt) =>
      inTransaction(pool, async (client) => {
        const { proposalId, act, termsHash, counterpartyId, reference, committedAt, channel } = commitment
        const { rowCount } = await client.query(
          /* sql */ `
            insert into commitments
              (proposal_id, act, terms_hash, customer_id, counterparty_id, reference, committed_at, recorded_at, channel)
            select $1, $2, $3, customer_id, $4, $5, $6, $7, $8 from proposals where id = $1
            on conflict (proposal_id, act) do nothing`,
          [proposalId, act, termsHash, counterpartyId, reference, committedAt, recordedAt, channel ?? 'http'],
        )
        if (rowCount === 0) return false
        await recordUndoWindow(client, commitment)
        const detail = { act, counterpartyId, reference, committedAt, channel: channel ?? 'http' }
        await follow(client, jobs, { proposalId, act, kind: 'committed', detail, at: recordedAt })
        return true
      }),

    async reviewersStand(proposalId) {
      const { rows } = await pool.query<{ stand: boolean | null }>('select reviewers_suffice($1) as stand', [
        proposalId,
      ])
      return rows[0]?.stand === true
    },

    async unfinished(limit) {
      const { rows } = await pool.query<{ id: string }>(
        /* sql */ `
          select p.id from proposals p join approvals a on a.proposal_id = p.id and a.outcome = 'approved'
          where (select count(*) from commitments where proposal_id = p.id) < jsonb_array_length(p.terms -> 'acts')
            and coalesce((select kind from attempts where proposal_id = p.id order by seq desc limit 1), 'started')
              not in ('refused', 'withheld', 'unknown')
            and not exists (select from execution_leases where proposal_id = p.id and expires_at > clock_timestamp())
          order by a.decided_at limit $1`,
        [limit],
      )
      return rows.map((row) => row.id)
    },
  }
}
