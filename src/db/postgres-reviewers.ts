/**
 * The roster of reviewers on SQL: events that are only added, the newest counts.
 *
 * @module
 */
import type pg from 'pg'
import type { ReviewerRoster } from '../../tools/commitments/reviewer-roster.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

export function postgresReviewers(pool: pg.Pool, clock: Clock): ReviewerRoster {
  const note = (kind: 'revoked' | 'reinstated', person: string, by: string) =>
    inTransaction(pool, async (client) => {
      const at = clock.now()
      const { rowCount } = await client.query(
        /* sql */ `
          insert into reviewer_events (person, kind, by_whom, at)
          select $1, $2, $3, $4 where reviewer_stands($1) = ($2 = 'revoked')`,
        [person, kind, by, at],
      )
      if (rowCount === 0) return false
      if (kind === 'revoked') {
        // What they were looking at is free for others at once.
        await client.query(
          'update approval_requests set claimed_by = null, claim_expires_at = null where claimed_by = $1',
          [person],
        )
      }
      const entry = { customerId: null, actor: by, action: `reviewer.${kind}`, subject: person }
      await record({ ...entry, detail: {}, at }, client)
      return true
    })

  return {
    revoke: (person, by) => note('revoked', person, by),
    reinstate: (person, by) => note('reinstated', person, by),
    async revoked() {
      const { rows } = await pool.query<{ person: string }>(
        'select distinct person from reviewer_events where not reviewer_stands(person) order by person',
      )
      return rows.map((row) => row.person)
    },
  }
}
