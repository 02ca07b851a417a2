/**
 * Everything on record about one customer, handed out or erased.
 *
 * @module
 */
import type pg from 'pg'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Personal } from '../http/ports/operations.ts'
import { asCustomer } from './identity.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'
import { inTransaction } from './transaction.ts'

/**
 * Tables with a form of their own in the export: by what name, and how they are read. Every other table with customers'
 * rows is handed out whole, under its own name, also one that is made tomorrow.
 */
const FORMS: Readonly<Record<string, { readonly kind: string; readonly sql: string }>> = {
  customers: { kind: 'customer', sql: 'select record, updated_at from customers' },
  debts: { kind: 'debts', sql: 'select record, as_of, is_current, recorded_at from debts order by id, as_of' },
  contracts: {
    kind: 'contracts',
    sql: 'select record, as_of, is_current, recorded_at from contracts order by id, as_of',
  },
  offers: { kind: 'offers', sql: 'select record, as_of, is_current, recorded_at from offers order by id, as_of' },
  messages: { kind: 'messages', sql: 'select * from messages order by thread_id, seq' },
  moves: { kind: 'moves', sql: 'select * from moves order by negotiation_id, round, at' },
  // The PDF itself is at /v1/letters/:id/pdf.
  letters: {
    kind: 'letters',
    sql: 'select id, proposal_id, act, counterparty_id, counterparty_name, subject, channel, sha256, prepared_at from letters order by prepared_at, id',
  },
  audit_entries: {
    kind: 'audit',
    sql: 'select e.*, w.words from audit_entries e left join audit_words w using (seq) order by seq',
  },
}

/** What says nothing about the customer that does not stand elsewhere in the export, or is no answer to give. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  audit_words: 'in the audit entries',
  approval_requests: 'who is looking at a proposal just now',
  checkpoints: 'ids of a run under way',
  checkpoint_writes: 'ids of a run under way',
  thread_leases: 'which process is at work',
  execution_leases: 'which process is at work',
  run_leases: 'which process is at work',
  rate_limits: 'counts under a hash',
  idempotency_keys: 'copies of answers that were given',
  webhook_secrets: 'shown once, to whoever registered the webhook',
}

const GUARDED = /* sql */ `
  select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by relname`

export function postgresPersonal(pool: pg.Pool, clock: Clock): Personal {
  return {
    // Under the customer's own identity the row policies choose the rows: there is no `where` to forget.
    exportOf: (customerId) =>
      asCustomer(customerId, () => inTransaction(pool, exportRows, { begin: 'begin isolation level repeatable read' })),

    erase: (customerId) =>
      inTransaction(pool, async (client) => {
        await eraseGraphState(client, customerId)
        await client.query('delete from idempotency_keys where subject = $1', [`customer:${customerId}`])
        // Threads, messages, records, mandates, tasks and negotiations go with the customer (on delete cascade).
        await client.query('delete from customers where id = $1', [customerId])
        // The chain keeps ids and hashes; verifying accepts missing words only before an entry like this one.
        const entry = { customerId, actor: customerId, action: 'customer.erased', subject: customerId, detail: {} }
        await record({ ...entry, at: clock.now() }, client)
        await client.query(
          'delete from audit_words where seq in (select seq from audit_entries where customer_id = $1)',
          [customerId],
        )
      }),
  }
}

async function exportRows(client: Queryable): Promise<Record<string, unknown>> {
  const { rows: tables } = await client.query<{ name: string }>(GUARDED)
  const records: Record<string, unknown> = {}
  for (const { name } of tables) {
    if (name in NOT_EXPORTED) continue
    const { kind, sql } = FORMS[name] ?? { kind: camelCase(name), sql: `select * from ${name}` }
    records[kind] = (await client.query(sql)).rows
  }
  return records
}

/** Where the customer's graphs stand: they hold ids and the working words of a turn that broke off. */
async function eraseGraphState(client: pg.PoolClient, customerId: string): Promise<void> {
  for (const table of ['checkpoints', 'checkpoint_writes']) {
    await client.query(
      /* sql */ `
        delete from ${table} where thread_id in (
          select 'turn:' || id from threads where customer_id = $1
          union all select 'negotiation:' || id from negotiations where customer_id = $1
          union all select 'proposal:' || id from proposals where customer_id = $1)`,
      [customerId],
    )
  }
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
