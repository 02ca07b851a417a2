/**
 * Who did what, when: written in the transaction of the act itself, only ever added to.
 *
 * @module
 */
import type { Queryable } from './queryable.ts'

export interface AuditEntry {
  readonly customerId: string | null
  /** A person's subject, `agent`, or `parley` for what the program does by itself. */
  readonly actor: string
  /** A verb in the past with its domain: `proposal.opened`, `act.committed`. */
  readonly action: string
  /** Id of what was acted on. */
  readonly subject: string
  /** Ids, codes and hashes; never a reservation value, never a letter's text. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** Adds an entry; pass the transaction's client, so that the entry exists exactly when the act does. */
export async function record(entry: AuditEntry, db: Queryable): Promise<void> {
  await db.query(
    /* sql */ `
      insert into audit_entries (customer_id, actor, action, subject, detail, at)
      values ($1, $2, $3, $4, $5, $6)`,
    [entry.customerId, entry.actor, entry.action, entry.subject, JSON.stringify(entry.detail), entry.at],
  )
}
