/**
 * Statements on record: the newest of each debt, contract and offer is current, older ones stay as history.
 *
 * @module
 */
import type { Queryable } from './queryable.ts'

export type StatementTable = 'debts' | 'contracts' | 'offers'

/** What a statement changed; the last two changed nothing and are for the caller to refuse. */
export type StatementChange = 'added' | 'updated' | 'unchanged' | 'older' | 'contradicts'

/**
 * Records one statement. The caller holds the customer's row locked, in a transaction.
 *
 * @returns `older` when a newer one is current; `contradicts` when the current one of the same day says otherwise
 */
export async function recordStatement(
  client: Queryable,
  table: StatementTable,
  statement: { customerId: string; record: { readonly id: string; readonly asOf: string }; at: Date },
): Promise<StatementChange> {
  const { customerId, record, at } = statement
  const json = JSON.stringify(record)
  const { rows } = await client.query<{ age: number; same: boolean }>(
    /* sql */ `
      select sign(as_of - $3::date)::int as age, record = $4::jsonb as same
      from ${table} where customer_id = $1 and id = $2 and is_current`,
    [customerId, record.id, record.asOf, json],
  )
  const current = rows[0]
  if (current !== undefined) {
    if (current.same) return 'unchanged'
    if (current.age > 0) return 'older'
    if (current.age === 0) return 'contradicts'
    await client.query(`update ${table} set is_current = false where customer_id = $1 and id = $2 and is_current`, [
      customerId,
      record.id,
    ])
  }
  await client.query(`insert into ${table} (customer_id, id, as_of, record, recorded_at) values ($1, $2, $3, $4, $5)`, [
    customerId,
    record.id,
    record.asOf,
    json,
    at,
  ])
  return current === undefined ? 'added' : 'updated'
}
