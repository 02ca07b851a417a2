/**
 * The reasoning behind computed figures.
 *
 * @module
 */
import type { ExplanationBook } from '../../tools/explanations/explanation-book.ts'
import type { Explanation } from '../../tools/shared/explanation.ts'
import type { Queryable } from './queryable.ts'

export function postgresExplanations(db: Queryable): ExplanationBook {
  return {
    async addAll(customerId, entries, at) {
      if (entries.length === 0) return
      await db.query(
        /* sql */ `
          insert into explanations (id, customer_id, explanation, created_at)
          select entry ->> 'id', $1, entry -> 'explanation', $3 from jsonb_array_elements($2::jsonb) as entry
          on conflict (id) do nothing`,
        [customerId, JSON.stringify(entries), at],
      )
    },

    async get(customerId, id) {
      const { rows } = await db.query<{ explanation: Explanation }>(
        'select explanation from explanations where customer_id = $1 and id = $2',
        [customerId, id],
      )
      return rows[0]?.explanation ?? null
    },
  }
}
