/**
 * Idempotency keys on SQL. The answer is kept as the exact text that was sent, inside a JSON string.
 *
 * @module
 */
import type { Begun, IdempotencyStore } from '../http/ports/idempotency-store.ts'
import type { Queryable } from './queryable.ts'

interface KeyRow {
  readonly request_hash: string
  readonly status: number | null
  readonly body: string | { readonly note?: string } | null
}

export function postgresIdempotency(db: Queryable): IdempotencyStore {
  return {
    async begin({ subject, key }, { hash, at, staleSeconds }) {
      // The insert decides who executes; a row without an answer may be taken over once it is stale.
      const taken = await db.query<KeyRow>(
        /* sql */ `
          insert into idempotency_keys as k (subject, key, request_hash, created_at) values ($1, $2, $3, $4)
          on conflict (subject, key) do update set created_at = excluded.created_at
            where k.status is null and k.request_hash = excluded.request_hash
              and k.created_at < excluded.created_at - make_interval(secs => $5)
          returning request_hash, status, body`,
        [subject, key, hash, at, staleSeconds],
      )
      if (taken.rows[0] !== undefined) return { kind: 'execute', note: noteOf(taken.rows[0]) }
      const { rows } = await db.query<KeyRow>(
        'select request_hash, status, body from idempotency_keys where subject = $1 and key = $2',
        [subject, key],
      )
      return standing(rows[0], hash)
    },

    async note({ subject, key }, note) {
      await db.query('update idempotency_keys set body = $3 where subject = $1 and key = $2 and status is null', [
        subject,
        key,
        JSON.stringify({ note }),
      ])
    },

    async finish({ subject, key }, { status, body }) {
      await db.query('update idempotency_keys set status = $3, body = $4 where subject = $1 and key = $2', [
        subject,
        key,
        status,
        JSON.stringify(body),
      ])
    },

    async breakOff({ subject, key }) {
      await db.query(
        "update idempotency_keys set created_at = '-infinity' where subject = $1 and key = $2 and status is null",
        [subject, key],
      )
    },

    async forget({ subject, key }) {
      await db.query('delete from idempotency_keys where subject = $1 and key = $2 and status is null', [subject, key])
    },
  }
}

/** What a key that somebody else holds means; one forgotten in between is asked for again. */
function standing(row: KeyRow | undefined, hash: string): Begun {
  if (row === undefined) return { kind: 'running' }
  if (row.request_hash !== hash) return { kind: 'mismatch' }
  if (row.status === null) return { kind: 'running' }
  return { kind: 'answered', status: row.status, body: typeof row.body === 'string' ? row.body : '' }
}

function noteOf(row: KeyRow): string | null {
  return typeof row.body === 'object' && row.body !== null ? (row.body.note ?? null) : null
}
