/**
 * What counterparties confirmed, newest first.
 *
 * @module
 */
import type { CommitmentBook } from '../http/ports/review-desk.ts'
import { type CommitmentRow, toCommitment } from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'

export function postgresCommitments(db: Queryable): CommitmentBook {
  return {
    async commitments({ customerId, limit }) {
      const { rows } = await db.query<CommitmentRow>(
        /* sql */ `
          select * from commitments where $1::text is null or customer_id = $1
          order by committed_at desc, proposal_id, act limit $2`,
        [customerId ?? null, limit],
      )
      return rows.map(toCommitment)
    },
  }
}
