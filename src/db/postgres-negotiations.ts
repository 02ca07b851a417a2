/**
 * Tasks, negotiations and their moves on SQL.
 *
 * @module
 */
import type { Negotiation, NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import {
  type MoveRow,
  type NegotiationRow,
  type TaskEventRow,
  type TaskRow,
  toJson,
  toMove,
  toNegotiation,
  toTask,
  toTaskEvent,
} from './negotiation-rows.ts'
import type { Queryable } from './queryable.ts'

/** Give it a transaction's client to make its writes part of that transaction. */
export function postgresNegotiations(db: Queryable): NegotiationLedger {
  return {
    async createTask(task, negotiations) {
      // One statement, so that a task never exists without its negotiations.
      await db.query(
        /* sql */ `
          with task as (
            insert into tasks (id, customer_id, thread_id, mandate_id, need, goal, status, proposal_id, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
          insert into negotiations
            (id, task_id, mandate_id, customer_id, counterparty_id, kind, subject, status, held, ending, started_at, ended_at)
          select n ->> 'id', n ->> 'taskId', n ->> 'mandateId', n ->> 'customerId', n ->> 'counterpartyId', n ->> 'kind',
            nullif(n -> 'subject', 'null'), n ->> 'status', nullif(n -> 'held', 'null'), n ->> 'ending',
            (n ->> 'startedAt')::timestamptz, (n ->> 'endedAt')::timestamptz
          from jsonb_array_elements($10::jsonb) as n`,
        [
          ...[task.id, task.customerId, task.threadId, task.mandateId, task.need, task.goal, task.status],
          ...[task.proposalId, task.createdAt, JSON.stringify(negotiations)],
        ],
      )
    },

    async task(id) {
      const { rows } = await db.query<TaskRow>('select * from tasks where id = $1', [id])
      return rows[0] === undefined ? null : toTask(rows[0])
    },

    async tasksOf(customerId) {
      const { rows } = await db.query<TaskRow>(
        'select * from tasks where customer_id = $1 order by created_at desc, id desc',
        [customerId],
      )
      return rows.map(toTask)
    },

    async setTask(id, change) {
      // What the customer stopped stays stopped, whatever a job that was still running makes of it.
      await db.query(
        /* sql */ `
          update tasks set status = case when status = 'stopped' then status else coalesce($2, status) end,
            proposal_id = case when $3 then $4 else proposal_id end
          where id = $1`,
        [id, change.status ?? null, change.proposalId !== undefined, change.proposalId ?? null],
      )
    },

    async addEvent(taskId, kind, data, at) {
      await db.query('insert into task_events (task_id, kind, data, at) values ($1, $2, $3, $4)', [
        ...[taskId, kind, JSON.stringify(data), at],
      ])
    },

    async events(taskId, afterSeq = 0) {
      const { rows } = await db.query<TaskEventRow>(
        'select * from task_events where task_id = $1 and seq > $2 order by seq',
        [taskId, afterSeq],
      )
      return rows.map(toTaskEvent)
    },

    async negotiation(id) {
      const { rows } = await db.query<NegotiationRow>('select * from negotiations where id = $1', [id])
      return rows[0] === undefined ? null : toNegotiation(rows[0])
    },

    negotiationsOf: (taskId) => select(db, 'task_id = $1', [taskId]),

    async moves(negotiationId) {
      const { rows } = await db.query<MoveRow>(
        `select * from moves where negotiation_id = $1 order by round, side = 'theirs'`,
        [negotiationId],
      )
      return rows.map(toMove)
    },

    async movesOfTask(taskId) {
      const { rows } = await db.query<MoveRow>(
        /* sql */ `
          select m.* from moves m join negotiations n on n.id = m.negotiation_id
          where n.task_id = $1 order by m.negotiation_id, m.round, m.side = 'theirs'`,
        [taskId],
      )
      return rows.map(toMove)
    },

    async addMove(move) {
      const { rowCount } = await db.query(
        /* sql */ `
          insert into moves (negotiation_id, round, side, move, terms, text, offer_id, valid_until, because, at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
        [
          ...[move.negotiationId, move.round, move.side, move.move, toJson(move.terms), move.text, move.offerId],
          ...[move.validUntil, toJson(move.because), move.at],
        ],
      )
      return rowCount === 1
    },

    async end(id, end) {
      const { rowCount } = await db.query(
        /* sql */ `
          update negotiations set status = $2, held = $3, ending = $4, ended_at = $5
          where id = $1 and status = 'open'`,
        [id, end.status, toJson(end.held), end.ending ?? null, end.at],
      )
      return rowCount === 1
    },

    held: (taskId, now) =>
      select(db, `task_id = $1 and status = 'agreed' and (held ->> 'validUntil')::timestamptz > $2`, [taskId, now]),
  }
}

async function select(db: Queryable, where: string, values: unknown[]): Promise<readonly Negotiation[]> {
  const { rows } = await db.query<NegotiationRow>(
    `select * from negotiations where ${where} order by counterparty_id, id`,
    values,
  )
  return rows.map(toNegotiation)
}
