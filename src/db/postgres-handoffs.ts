/**
 * Passing a thread to a person on SQL: one open hand-off per thread, accepted by one person.
 *
 * @module
 */
import type pg from 'pg'
import type { Handoff, HandoffDesk } from '../../agents/handoff-desk.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { DeskFloor, Duty } from '../http/ports/desk-floor.ts'
import { type HandoffRow, toHandoff } from './handoff-rows.ts'
import { type MessageRow, toMessage } from './message-rows.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'
import { inTransaction } from './transaction.ts'

/** What is promised to whoever asks for a person. */
export interface AnswerPromise {
  readonly minutesOnDuty: number
  /** With nobody on call the promise is a dated one. */
  readonly hoursOffDuty: number
}

export function postgresHandoffs(parts: {
  pool: pg.Pool
  clock: Clock
  ids: Ids
  promise: AnswerPromise
}): HandoffDesk & DeskFloor {
  const { pool, clock, ids, promise } = parts

  async function requireHandoff(db: Queryable, id: string): Promise<Handoff> {
    const { rows } = await db.query<HandoffRow>('select * from handoffs where id = $1', [id])
    if (rows[0] === undefined) throw new ParleyError('NOT_FOUND', `There is no hand-off ${id}.`)
    return toHandoff(rows[0])
  }

  /** Moves a hand-off on once; who repeats the step that made it what it is now gets it as it is. */
  function step(
    id: string,
    dutyAgent: string,
    move: { to: 'accepted' | 'returned' | 'closed'; from: readonly Handoff['status'][] },
  ): Promise<Handoff> {
    return inTransaction(pool, async (client) => {
      const at = clock.now()
      const { rows } = await client.query<HandoffRow>(
        /* sql */ `
          update handoffs set status = $3, duty_agent = $2,
            accepted_at = case when $3 = 'accepted' then $4 else accepted_at end,
            ended_at = case when $3 = 'accepted' then null else $4::timestamptz end
          where id = $1 and status = any($5) and (status = 'waiting' or duty_agent = $2)
          returning *`,
        [id, dutyAgent, move.to, at, move.from],
      )
      if (rows[0] !== undefined) {
        const moved = toHandoff(rows[0])
        const { customerId, threadId } = moved
        const entry = { customerId, actor: dutyAgent, action: `handoff.${move.to}`, subject: id }
        await record({ ...entry, detail: { threadId }, at }, client)
        return moved
      }
      const found = await requireHandoff(client, id)
      if (found.status === move.to && found.dutyAgent === dutyAgent) return found
      throw new ParleyError('CONFLICT', conflict(found, dutyAgent), { facts: { status: found.status } })
    })
  }

  return {
    request: (request) =>
      inTransaction(pool, async (client) => {
        const now = clock.now()
        const duty = await client.query('select from duty where on_duty limit 1')
        const onDuty = duty.rowCount === 1
        const minutes = onDuty ? promise.minutesOnDuty : promise.hoursOffDuty * 60
        // A hand-off that ends between the two statements leaves none to return: then this one opens after all.
        for (let tries = 0; tries < 3; tries += 1) {
          const opened = await client.query<HandoffRow>(
            /* sql */ `
              insert into handoffs (id, thread_id, customer_id, reason, summary, status, promised_by, requested_at)
              values ($1, $2, $3, $4, $5, 'waiting', $6, $7)
              on conflict (thread_id) where status in ('waiting', 'accepted') do nothing returning *`,
            [
              ...[ids.next('handoff'), request.threadId, request.customerId, request.reason, request.summary],
              ...[new Date(now.getTime() + minutes * 60_000), now],
            ],
          )
          if (opened.rows[0] !== undefined) {
            const handoff = toHandoff(opened.rows[0])
            const entry = { customerId: handoff.customerId, actor: 'parley', action: 'handoff.requested' }
            const detail = { threadId: handoff.threadId, reason: handoff.reason }
            await record({ ...entry, subject: handoff.id, detail, at: now }, client)
            return { handoff, onDuty, created: true }
          }
          const open = await openOf(client, request.threadId)
          if (open !== null) return { handoff: open, onDuty, created: false }
        }
        throw new ParleyError('CONFLICT', `The hand-off of thread ${request.threadId} is changing; try again.`)
      }),

    openOf: (threadId) => openOf(pool, threadId),

    async get(id) {
      const { rows } = await pool.query<HandoffRow>('select * from handoffs where id = $1', [id])
      return rows[0] === undefined ? null : toHandoff(rows[0])
    },

    async list({ statuses, customerId, threadId }) {
      const { rows } = await pool.query<HandoffRow>(
        /* sql */ `
          select * from handoffs
          where ($1::text[] is null or status = any($1)) and ($2::text is null or customer_id = $2)
            and ($3::text is null or thread_id = $3)
          order by requested_at, id`,
        [statuses ?? null, customerId ?? null, threadId ?? null],
      )
      return rows.map(toHandoff)
    },

    accept: (id, dutyAgent) => step(id, dutyAgent, { to: 'accepted', from: ['waiting'] }),
    giveBack: (id, dutyAgent) => step(id, dutyAgent, { to: 'returned', from: ['accepted'] }),
    close: (id, dutyAgent) => step(id, dutyAgent, { to: 'closed', from: ['waiting', 'accepted'] }),

    async say({ handoffId, dutyAgent, messageId, text }) {
      // One statement: words are added exactly while the hand-off is this person's.
      const said = await pool.query<MessageRow>(
        /* sql */ `
          insert into messages (id, thread_id, role, text, locale, at)
          select $3, h.thread_id, 'duty-agent', $4, t.locale, $5 from handoffs h join threads t on t.id = h.thread_id
          where h.id = $1 and h.status = 'accepted' and h.duty_agent = $2
          on conflict (id) do nothing returning *`,
        [handoffId, dutyAgent, messageId, text, clock.now()],
      )
      if (said.rows[0] !== undefined) return toMessage(said.rows[0])
      const handoff = await requireHandoff(pool, handoffId)
      const { rows } = await pool.query<MessageRow>(
        `select * from messages where id = $1 and thread_id = $2 and role = 'duty-agent' and text = $3`,
        [messageId, handoff.threadId, text],
      )
      if (rows[0] !== undefined && handoff.dutyAgent === dutyAgent) return toMessage(rows[0])
      throw new ParleyError('CONFLICT', conflict(handoff, dutyAgent), { facts: { status: handoff.status } })
    },

    async duty(person) {
      const { rows } = await pool.query<DutyRow>('select * from duty where person = $1', [person])
      return rows[0] === undefined ? { person, onDuty: false, changedAt: null } : toDuty(rows[0])
    },

    async setDuty(person, onDuty) {
      const { rows } = await pool.query<DutyRow>(
        /* sql */ `
          insert into duty as d (person, on_duty, changed_at) values ($1, $2, $3)
          on conflict (person) do update set on_duty = excluded.on_duty,
            changed_at = case when d.on_duty = excluded.on_duty then d.changed_at else excluded.changed_at end
          returning *`,
        [person, onDuty, clock.now()],
      )
      return rows[0] === undefined ? { person, onDuty, changedAt: null } : toDuty(rows[0])
    },
  }
}

async function openOf(db: Queryable, threadId: string): Promise<Handoff | null> {
  const { rows } = await db.query<HandoffRow>(
    `select * from handoffs where thread_id = $1 and status in ('waiting', 'accepted')`,
    [threadId],
  )
  return rows[0] === undefined ? null : toHandoff(rows[0])
}

function conflict(handoff: Handoff, dutyAgent: string): string {
  if (handoff.status === 'waiting') return `Hand-off ${handoff.id} has not been accepted; accept it first.`
  if (handoff.status !== 'accepted') return `Hand-off ${handoff.id} has ended.`
  return handoff.dutyAgent === dutyAgent
    ? `Hand-off ${handoff.id} is yours already.`
    : `Somebody else has hand-off ${handoff.id}.`
}

interface DutyRow {
  person: string
  on_duty: boolean
  changed_at: Date
}

function toDuty(row: DutyRow): Duty {
  return { person: row.person, onDuty: row.on_duty, changedAt: row.changed_at.toISOString() }
}
