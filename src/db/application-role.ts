/**
 * What the application's role may do: read and write its tables, only add to the gate's, change no structure.
 *
 * @module
 */
import pg from 'pg'
import type { Queryable } from './queryable.ts'

/** The role the application runs as, unless the operator names another by DATABASE_URL. */
export const APPLICATION_ROLE = 'parley_app'

/** Tables that are only ever added to: the third lock, and the events that mandates stand on. */
export const INSERT_ONLY_TABLES = [
  'proposals',
  'decisions',
  'approvals',
  'attempts',
  'commitments',
  'audit_entries',
  'audit_links',
  'audit_anchors',
  'mandate_events',
  'second_confirmations',
  'reviewer_events',
  'letters',
  'letter_dispatches',
  'dispute_events',
  'review_events',
  'review_questions',
  'review_answers',
  'undo_windows',
  'withdrawals',
] as const

/** Creates the role if it is missing. It can log in only once it is given a password. */
export async function createRole(db: Queryable, role: string): Promise<void> {
  const known = await db.query('select from pg_roles where rolname = $1', [role])
  if (known.rowCount !== 0) return
  try {
    await db.query(`create role ${pg.escapeIdentifier(role)} nologin`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '42710' && code !== '23505') throw error // another database of this server just made it
  }
}

/** Grants the role exactly what the application needs; safe to repeat. Run as the owner of the tables. */
export async function grantToRole(db: Queryable, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  await db.query(/* sql */ `
    revoke create on schema public from public;
    grant usage on schema public, pgboss to ${to};
    grant select, insert, update, delete on all tables in schema public, pgboss to ${to};
    grant usage, select on all sequences in schema public, pgboss to ${to};
    grant execute on all functions in schema public, pgboss to ${to};
    revoke insert, update, delete on schema_migrations from ${to};
    revoke insert on audit_links from ${to};
    revoke update on audit_words from ${to};
    revoke update on webhook_secrets from ${to};
    revoke insert on webhook_deliveries from ${to};
    revoke update, delete, truncate on ${INSERT_ONLY_TABLES.join(', ')} from ${to};
  `)
}
