/**
 * What reviewers made of deals, on SQL: kept with the edit, so that a crash before the counterparty was heard loses nothing.
 *
 * @module
 */
import type { EditedDeal } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Queryable } from './queryable.ts'

/** Call in the transaction that closes the proposal as edited. */
export async function keepEditedDeal(
  client: Queryable,
  { id, customerId }: Pick<Proposal, 'id' | 'customerId'>,
  { terms, editor }: EditedDeal,
): Promise<void> {
  await client.query('insert into edited_deals (proposal_id, customer_id, editor, terms) values ($1, $2, $3, $4)', [
    id,
    customerId,
    editor,
    JSON.stringify(terms),
  ])
}

export async function readEditedDeal(db: Queryable, proposalId: string): Promise<EditedDeal | null> {
  const { rows } = await db.query<EditedDeal>('select terms, editor from edited_deals where proposal_id = $1', [
    proposalId,
  ])
  return rows[0] ?? null
}
