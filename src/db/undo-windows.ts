/**
 * Until when a commitment can be withdrawn from: recorded with it, by the rule of its kind.
 *
 * @module
 */
import type { Commitment } from '../../tools/commitments/approval-ledger.ts'
import type { Act } from '../../tools/commitments/proposal.ts'
import { undoRight } from '../../tools/commitments/undo-right.ts'
import { dayOf } from '../../tools/shared/clock.ts'
import type { Queryable } from './queryable.ts'

/** Call in the transaction that recorded the commitment. */
export async function recordUndoWindow(client: Queryable, commitment: Commitment): Promise<void> {
  const { proposalId, act, counterpartyId, committedAt } = commitment
  const { rows } = await client.query<{ act: Act; known: boolean }>(
    /* sql */ `
      select p.terms -> 'acts' -> $2::int as act, exists (
          select from contracts c
          where c.customer_id = p.customer_id and c.is_current and c.record #>> '{provider,id}' = $3
        ) as known
      from proposals p where p.id = $1`,
    [proposalId, act, counterpartyId],
  )
  const row = rows[0]
  if (row === undefined) return // the foreign key has refused the commitment before
  const right = undoRight(row.act, { concluded: dayOf(committedAt), relation: row.known ? 'existing' : 'new' })
  if (right.kind === 'none') return
  const { fromDay, lastDay, ruleId, source } = right.window
  await client.query(
    'insert into undo_windows (proposal_id, act, from_day, last_day, rule_id, source) values ($1, $2, $3, $4, $5, $6)',
    [proposalId, act, fromDay, lastDay, ruleId, source],
  )
}
