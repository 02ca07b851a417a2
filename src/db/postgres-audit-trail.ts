/**
 * The audit trail as it is read, and added to for acts that have no transaction of their own.
 *
 * @module
 */

import type { Clock } from '../../tools/shared/clock.ts'
import type { AuditTrail } from '../http/ports/operations.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'

interface AuditRow {
  readonly seq: string
  readonly customer_id: string | null
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Record<string, unknown>
  readonly words: string | null
  readonly at: Date
}

export function postgresAuditTrail(db: Queryable, clock: Clock): AuditTrail {
  return {
    add: (entry) => record({ ...entry, at: clock.now() }, db),

    async list({ customerId, threadId, afterSeq, limit }) {
      const { rows } = await db.query<AuditRow>(
        /* sql */ `
          select e.*, w.words from audit_entries e left join audit_words w using (seq)
          where ($1::text is null or customer_id = $1)
            and ($2::text is null or subject = $2 or detail ->> 'threadId' = $2
              or subject in (select id from proposals where thread_id = $2)
              or subject in (select id from mandates where thread_id = $2)
              or subject in (select id from tasks where thread_id = $2)
              or subject in (select id from handoffs where thread_id = $2))
            and seq > $3
          order by seq limit $4`,
        [customerId ?? null, threadId ?? null, afterSeq ?? 0, limit],
      )
      return rows.map((row) => ({
        seq: Number(row.seq),
        customerId: row.customer_id,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        detail: row.words === null ? row.detail : { ...row.detail, ...JSON.parse(row.words) },
        at: row.at.toISOString(),
      }))
    },
  }
}
