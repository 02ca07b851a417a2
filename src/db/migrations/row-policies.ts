/**
 * How a migration says whose rows a table holds and who may see them. A table with rows of customers that has no policy
 * fails `test/contract/row-security.test.ts`, which says so by the table's name.
 *
 * @module
 */
import type { Identity } from '../identity.ts'

type Role = Identity['role']

/** The settings that `identified-query.ts` sends ahead of each statement; empty or missing is nobody. */
export const ROLE = `current_setting('parley.role', true)`
export const CUSTOMER = `nullif(current_setting('parley.customer', true), '')`
export const SUBJECT = `nullif(current_setting('parley.subject', true), '')`

export interface RowRule {
  /** True for rows that belong to the customer who is asking; `customer_id = …` unless told. */
  readonly own?: string
  /** Who may read and write every row, beside the program itself. */
  readonly all?: readonly Role[]
  /** Who may read every row. */
  readonly read?: readonly Role[]
}

/** The statements that close a table to everybody but those it is for. */
export function rowPolicy(table: string, rule: RowRule = {}): string {
  const { own = `customer_id = ${CUSTOMER}`, all = [], read = [] } = rule
  const policies = [
    `alter table ${table} enable row level security`,
    `create policy own_rows on ${table} using (${own})`,
    `create policy all_rows on ${table} using (${isOneOf(['parley', ...all])})`,
    ...(read.length === 0 ? [] : [`create policy read_rows on ${table} for select using (${isOneOf(read)})`]),
  ]
  return `${policies.join(';\n')};\n`
}

/** For rows that belong to a customer through a row of another table: `ownedThrough('threads', 'messages.thread_id')`. */
export function ownedThrough(parent: string, reference: string, key = 'id'): string {
  return `exists (select from ${parent} parent where parent.${key} = ${reference} and parent.customer_id = ${CUSTOMER})`
}

export function isOneOf(roles: readonly Role[]): string {
  return roles.length === 1 ? `${ROLE} = '${roles[0]}'` : `${ROLE} in (${roles.map((role) => `'${role}'`).join(', ')})`
}
