/**
 * A row of each customer in every table, made from the catalogue alone: a table that did not exist yesterday gets its
 * rows too. Every text and reference in a row is the customer's id, so that whatever way a policy goes to find out
 * whose the row is, it comes to that customer.
 *
 * @module
 */
import type { Queryable } from '../../src/db/queryable.ts'
import { asOwner } from './as-owner.ts'
import type { TestDatabase } from './database.ts'

interface Column {
  readonly name: string
  readonly type: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly isGuarded: boolean
}

/** Every table of the schema, with whether row-level security is on and there is a policy. */
export async function tablesOf(db: Queryable): Promise<readonly Table[]> {
  const { rows } = await db.query<{ name: string; is_guarded: boolean; columns: Column[] }>(/* sql */ `
    select c.relname as name,
      c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as is_guarded,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`)
  return rows.map(({ name, columns, is_guarded: isGuarded }) => ({ name, columns, isGuarded }))
}

/** Puts one row of each customer into every guarded table, past checks, triggers and references. */
export async function fillTables(database: TestDatabase, customers: readonly string[]): Promise<readonly Table[]> {
  const guarded = (await tablesOf(database.pool)).filter(({ isGuarded }) => isGuarded)
  await asOwner(database, async (db) => {
    for (const { name } of guarded) {
      await db.query(`alter table ${name} disable trigger user`)
      const checks = await db.query<{ name: string }>(
        `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
        [name],
      )
      for (const check of checks.rows) await db.query(`alter table ${name} drop constraint "${check.name}"`)
    }
    for (const table of guarded) {
      for (const customer of customers) await insertRow(db, table, customer, customers.indexOf(customer) + 1)
    }
  })
  return guarded
}

/** @param number what stands where a row is named by a number */
export async function insertRow(db: Queryable, table: Table, customer: string, number: number): Promise<void> {
  const names = table.columns.map(({ name }) => name).join(', ')
  const places = table.columns.map((_, index) => `$${index + 1}`).join(', ')
  await db.query(
    `insert into ${table.name} (${names}) overriding system value values (${places})`,
    table.columns.map((column) => placeholder(table.name, column, customer, number)),
  )
}

function placeholder(table: string, { name, type }: Column, customer: string, number: number): unknown {
  if (table.startsWith('checkpoint') && name === 'thread_id') return `turn:${customer}`
  if (table === 'idempotency_keys' && name === 'subject') return `customer:${customer}`
  if (type === 'text') return customer
  if (type === 'text[]') return [customer]
  if (type === 'jsonb') return JSON.stringify({ of: customer })
  if (type === 'bigint' || type === 'integer') return number
  if (type === 'boolean') return false
  if (type === 'date') return '2026-11-22'
  if (type === 'timestamp with time zone') return '2026-11-22T10:00:00Z'
  if (type === 'bytea') return Buffer.from(customer)
  throw new Error(`Say in test/support/generated-rows.ts what a ${type} (${table}.${name}) may be.`)
}
