/**
 * What counterparties confirmed, newest first.
 *
 * @module
 */
import type { CommitmentBook } from '../http/ports/review-desk.ts'
import { COMMITMENTS, type CommitmentRow, toCommitment } from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'

export function postgresCommitments(db: Queryable): CommitmentBook {
  return {
    async commitments({ customerId, limit }) {
      const { rows } = await db.query<CommitmentRow>(
        /* sql */ `
          ${COMMITMENTS} where $1::text is null or c.customer_id = $1
          order by c.committed_at desc, c.proposal_id, c.act limit $2`,
        [customerId ?? null, limit],
      )
      return rows.map(toCommitment)
    },
  }
}
