/**
 * Who did what, when: written in the transaction of the act itself, only ever added to.
 *
 * @module
 */
import { termsHash } from '../../tools/shared/terms-hash.ts'
import type { Queryable } from './queryable.ts'

export interface AuditEntry {
  readonly customerId: string | null
  /** A person's subject, `agent`, or `parley` for what the program does by itself. */
  readonly actor: string
  /** A verb in the past with its domain: `proposal.opened`, `act.committed`. */
  readonly action: string
  /** Id of what was acted on. */
  readonly subject: string
  /** Ids, codes and hashes; never a reservation value, never a letter's text. It is chained and stays for ever. */
  readonly detail: Readonly<Record<string, unknown>>
  /** What people wrote: kept outside the chain, which holds its salted hash, and erased with the customer. */
  readonly words?: Readonly<Record<string, string | null>>
  readonly at: Date
}

/**
 * Adds an entry; pass the transaction's client, so that the entry exists exactly when the act does. The database links
 * it into the chain when the transaction commits.
 */
export async function record(entry: AuditEntry, db: Queryable): Promise<void> {
  const said = Object.fromEntries(Object.entries(entry.words ?? {}).filter(([, text]) => text !== null))
  const values = [entry.customerId, entry.actor, entry.action, entry.subject, JSON.stringify(entry.detail), entry.at]
  if (Object.keys(said).length === 0) {
    await db.query(
      /* sql */ `
        insert into audit_entries (customer_id, actor, action, subject, detail, at) values ($1, $2, $3, $4, $5, $6)`,
      values,
    )
    return
  }
  const salt = crypto.randomUUID()
  const words = JSON.stringify(said)
  await db.query(
    /* sql */ `
      with entry as (
        insert into audit_entries (customer_id, actor, action, subject, detail, at, words_hash)
        values ($1, $2, $3, $4, $5, $6, $7) returning seq
      )
      insert into audit_words (seq, salt, words) select seq, $8, $9 from entry`,
    [...values, wordsHash(salt, words), salt, words],
  )
}

/** The hash of words under their salt, as it stands in the chain. */
export function wordsHash(salt: string, words: string): string {
  return termsHash([salt, words])
}
