/**
 * Drafted disputes on SQL.
 *
 * @module
 */
import type { Dispute, DisputeBook } from '../../tools/disputes/dispute-book.ts'
import type { Queryable } from './queryable.ts'

export function postgresDisputes(db: Queryable): DisputeBook {
  return {
    async add(dispute) {
      await db.query(
        'insert into disputes (id, customer_id, thread_id, debt_id, draft, created_at) values ($1, $2, $3, $4, $5, $6)',
        [
          ...[dispute.id, dispute.customerId, dispute.threadId, dispute.debtId],
          ...[JSON.stringify(dispute), dispute.createdAt],
        ],
      )
    },

    async get(customerId, id) {
      const { rows } = await db.query<{ draft: Dispute }>(
        'select draft from disputes where customer_id = $1 and id = $2',
        [customerId, id],
      )
      return rows[0]?.draft ?? null
    },

    async latest(customerId, threadId) {
      const { rows } = await db.query<{ draft: Dispute }>(
        'select draft from disputes where customer_id = $1 and thread_id = $2 order by created_at desc, id desc limit 1',
        [customerId, threadId],
      )
      return rows[0]?.draft ?? null
    },

    async latestAbout({ customerId, debtId, threadId }, by) {
      const { rows } = await db.query<{ draft: Dispute }>(
        `select draft from disputes where customer_id = $1 and debt_id = $2 and thread_id is not distinct from $3 and created_at <= $4
         order by created_at desc, id desc limit 1`,
        [customerId, debtId, threadId, by],
      )
      return rows[0]?.draft ?? null
    },
  }
}
