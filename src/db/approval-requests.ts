/**
 * Approval requests as people see them: one, or a list with the most urgent first.
 *
 * @module
 */
import type pg from 'pg'
import type { ApprovalDesk } from '../../tools/commitments/approval-desk.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { loadRequests } from './request-rows.ts'

/** What was passed on comes first, then what runs out soonest, then what it is about most. */
const MOST_URGENT_FIRST = /* sql */ `
  r.escalation desc, p.expires_at, (p.brief #>> '{amounts,total,amount}')::numeric desc nulls last, p.id`

export function approvalRequests({
  pool,
  clock,
}: {
  readonly pool: pg.Pool
  readonly clock: Clock
}): Pick<ApprovalDesk, 'request' | 'requests'> {
  return {
    request: async (proposalId) => (await loadRequests(pool, [proposalId], clock.now()))[0] ?? null,

    async requests({ status, customerId, limit = 100 }) {
      const { rows } = await pool.query<{ id: string }>(
        /* sql */ `
          select p.id from proposals p join approval_requests r on r.proposal_id = p.id
            left join approvals a on a.proposal_id = p.id
          where (a.outcome is null) = $1 and ($2::text is null or p.customer_id = $2)
          order by ${status === 'pending' ? MOST_URGENT_FIRST : 'a.decided_at desc, p.id'} limit $3`,
        [status === 'pending', customerId ?? null, limit],
      )
      return loadRequests(
        pool,
        rows.map(({ id }) => id),
        clock.now(),
      )
    },
  }
}
