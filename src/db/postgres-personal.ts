/**
 * Everything on record about one customer, handed out or erased.
 *
 * @module
 */
import type pg from 'pg'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Personal } from '../http/ports/operations.ts'
import { record } from './postgres-audit.ts'
import { inTransaction } from './transaction.ts'

/** Each kind of record with the query that finds one customer's. */
const KINDS = {
  customer: 'select record, updated_at from customers where id = $1',
  debts: 'select record, as_of, is_current, recorded_at from debts where customer_id = $1 order by id, as_of',
  contracts: 'select record, as_of, is_current, recorded_at from contracts where customer_id = $1 order by id, as_of',
  offers: 'select record, as_of, is_current, recorded_at from offers where customer_id = $1 order by id, as_of',
  explanations: 'select * from explanations where customer_id = $1 order by created_at, id',
  disputes: 'select * from disputes where customer_id = $1 order by created_at, id',
  threads: 'select * from threads where customer_id = $1 order by created_at, id',
  messages:
    'select m.* from messages m join threads t on t.id = m.thread_id where t.customer_id = $1 order by m.thread_id, m.seq',
  handoffs: 'select * from handoffs where customer_id = $1 order by requested_at, id',
  mandates: 'select * from mandates where customer_id = $1 order by created_at, id',
  mandateEvents:
    'select e.* from mandate_events e join mandates m on m.id = e.mandate_id where m.customer_id = $1 order by e.at',
  tasks: 'select * from tasks where customer_id = $1 order by created_at, id',
  negotiations: 'select * from negotiations where customer_id = $1 order by started_at, id',
  moves:
    'select v.* from moves v join negotiations n on n.id = v.negotiation_id where n.customer_id = $1 order by v.negotiation_id, v.round, v.at',
  proposals: 'select * from proposals where customer_id = $1 order by created_at, id',
  decisions:
    'select d.* from decisions d join proposals p on p.id = d.proposal_id where p.customer_id = $1 order by d.decided_at',
  approvals:
    'select a.* from approvals a join proposals p on p.id = a.proposal_id where p.customer_id = $1 order by a.decided_at',
  reviewQuestions: 'select * from review_questions where customer_id = $1 order by asked_at, id',
  reviewAnswers:
    'select a.* from review_answers a join review_questions q on q.id = a.question_id where q.customer_id = $1 order by a.answered_at',
  undoWindows:
    'select u.* from undo_windows u join commitments c using (proposal_id, act) where c.customer_id = $1 order by u.last_day',
  withdrawals:
    'select w.* from withdrawals w join commitments c on c.proposal_id = w.of_proposal and c.act = w.of_act where c.customer_id = $1 order by w.of_proposal, w.n',
  commitments: 'select * from commitments where customer_id = $1 order by committed_at, act',
  letters:
    'select id, proposal_id, act, counterparty_id, counterparty_name, subject, channel, sha256, prepared_at from letters where customer_id = $1 order by prepared_at, id',
  letterDispatches:
    'select d.* from letter_dispatches d join letters l on l.id = d.letter_id where l.customer_id = $1 order by d.dispatched_at',
  disputeEvents: 'select * from dispute_events where customer_id = $1 order by at, kind',
  audit:
    'select e.*, w.words from audit_entries e left join audit_words w using (seq) where e.customer_id = $1 order by seq',
} as const

export function postgresPersonal(pool: pg.Pool, clock: Clock): Personal {
  return {
    exportOf: (customerId) =>
      inTransaction(
        pool,
        async (client) => {
          const records: Record<string, unknown> = {}
          for (const [kind, sql] of Object.entries(KINDS)) records[kind] = (await client.query(sql, [customerId])).rows
          return records
        },
        { begin: 'begin isolation level repeatable read' },
      ),

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
