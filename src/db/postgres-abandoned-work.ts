/**
 * What a lost job leaves behind, found in the tables alone: negotiations nobody carries on, tasks nobody concludes.
 *
 * @module
 */
import type { AbandonedWork } from '../jobs/abandoned-work.ts'
import type { Queryable } from './queryable.ts'

export function postgresAbandonedWork(db: Queryable): AbandonedWork {
  return {
    async negotiations(quietSince, limit) {
      const { rows } = await db.query<{ id: string }>(
        /* sql */ `
          select id from negotiations n
          where status = 'open' and started_at < $1
            and not exists (select from moves m where m.negotiation_id = n.id and m.at >= $1)
          order by started_at limit $2`,
        [quietSince, limit],
      )
      return rows.map(({ id }) => id)
    },

    async tasks(quietSince, limit) {
      // Closing a proposal by an edit sets its task back to negotiating; its successor may still be on its way.
      const { rows } = await db.query<{ id: string }>(
        /* sql */ `
          select id from tasks t
          where status = 'negotiating' and created_at < $1
            and not exists (select from negotiations n where n.task_id = t.id and (n.status = 'open' or n.ended_at >= $1))
            and not exists (select from task_events e where e.task_id = t.id and e.at >= $1)
          order by created_at limit $2`,
        [quietSince, limit],
      )
      return rows.map(({ id }) => id)
    },
  }
}
