/**
 * When the votes on a proposal are complete: by number, by standing, and by time.
 *
 * @module
 */
import type { Vote } from '../../tools/commitments/approval-desk.ts'
import { coolDownUntil } from '../../tools/commitments/cool-down.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import { record } from './postgres-audit.ts'
import { type DecisionRow, toDecision } from './proposal-rows.ts'
import type { Queryable } from './queryable.ts'

/** Whether this locked proposal may be closed as approved now; the database checks the same again. */
export async function isRipe(client: Queryable, proposal: Proposal, at: Date): Promise<boolean> {
  if (proposal.required.selfApproval === true) return false // the second confirmation closes it, nothing else
  const { rows } = await client.query<DecisionRow>(
    "select * from decisions where proposal_id = $1 and (role <> 'reviewer' or reviewer_stands(person))",
    [proposal.id],
  )
  const decisions = rows.map(toDecision)
  if (waitsFor(proposal, decisions).length > 0) return false
  const until = coolDownUntil(proposal, decisions)
  return until === null || new Date(until) <= at
}

/** Open proposals in time whose cool-down is over and that nobody is against; whether their votes are complete shows later. */
export async function cooledDown(db: Queryable, now: Date): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    /* sql */ `
      select id from proposals p
      where cool_down_seconds > 0 and not self_approval and expires_at > $1
        and created_at + make_interval(secs => cool_down_seconds) <= $1
        and not exists (select from approvals where proposal_id = p.id)
        and exists (select from decisions where proposal_id = p.id)
        and mandate_in_force(mandate_id, $1)
      order by created_at limit 100`,
    [now],
  )
  return rows.map((row) => row.id)
}

type Again = Pick<Vote, 'proposalId' | 'person' | 'termsHash'>

/** Whether this very confirmation was given before: a client's retry gets the first answer. */
export async function confirmedBefore(client: Queryable, { proposalId, person, termsHash }: Again): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from second_confirmations where proposal_id = $1 and person = $2 and terms_hash = $3',
    [proposalId, person, termsHash],
  )
  return rowCount !== 0
}

/** Records the second confirmation; the database refuses it before the cool-down is over. */
export async function confirmAgain(client: Queryable, proposal: Proposal, vote: Again, at: Date): Promise<void> {
  const { person, termsHash } = vote
  await client.query(
    'insert into second_confirmations (proposal_id, terms_hash, person, confirmed_at) values ($1, $2, $3, $4)',
    [proposal.id, termsHash, person, at],
  )
  const entry = { customerId: proposal.customerId, actor: person, action: 'decision.confirmed-again' }
  await record({ ...entry, subject: proposal.id, detail: { termsHash, alone: true }, at }, client)
}
