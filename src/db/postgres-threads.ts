/**
 * Conversations on SQL. Receiving a message and answering it are one statement each: they are the hot path.
 *
 * @module
 */
import type { Delivery, Locale, Message, Received, ThreadStore } from '../../agents/thread-store.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { DELETE_THREAD } from './checkpoint-statements.ts'
import { fromHistory, fromJson, type JsonMessage } from './history.ts'
import { type MessageRow, type ThreadRow, toMessage, toThread } from './message-rows.ts'
import type { Queryable } from './queryable.ts'
import { LEASE, NEXT_UNANSWERED, RECEIVE, RELEASE, REPLY } from './thread-statements.ts'

export function postgresThreads(db: Queryable): ThreadStore & {
  /** Erases a conversation with its messages and hand-offs. */
  remove(threadId: string): Promise<void>
} {
  return {
    async create(thread) {
      const { rows: known } = await db.query('select from customers where id = $1', [thread.customerId])
      if (known.length === 0) {
        throw new ParleyError('NOT_FOUND', `There is no customer ${thread.customerId} on record; import one first.`)
      }
      const { rows } = await db.query<ThreadRow>(
        /* sql */ `
          insert into threads (id, customer_id, locale, created_at) values ($1, $2, $3, $4)
          on conflict (id) do update set id = excluded.id where threads.customer_id = excluded.customer_id
          returning *`,
        [thread.id, thread.customerId, thread.locale, thread.at],
      )
      if (rows[0] === undefined) throw new ParleyError('CONFLICT', `There is a thread ${thread.id} already.`)
      return toThread(rows[0])
    },

    async get(threadId) {
      const { rows } = await db.query<ThreadRow>('select * from threads where id = $1', [threadId])
      return rows[0] === undefined ? null : toThread(rows[0])
    },

    async listFor(customerId) {
      const { rows } = await db.query<ThreadRow>(
        'select * from threads where customer_id = $1 order by created_at desc, id desc',
        [customerId],
      )
      return rows.map(toThread)
    },

    async messages(threadId, { afterSeq = 0, last } = {}) {
      const { rows } = await db.query<MessageRow>(
        'select * from messages where thread_id = $1 and seq > $2 order by seq desc limit $3',
        [threadId, afterSeq, last ?? null],
      )
      return rows.map(toMessage).reverse()
    },

    async receive(message) {
      // A twin that commits while this statement runs is invisible to it: the second look sees it.
      const received = (await tryReceive(db, message)) ?? (await tryReceive(db, message))
      if (received !== null) return received
      const { rows } = await db.query('select from threads where id = $1 and customer_id = $2', [
        message.threadId,
        message.customerId,
      ])
      if (rows.length === 0) throw new ParleyError('NOT_FOUND', `There is no thread ${message.threadId}.`)
      throw new ParleyError('CONFLICT', `Message ${message.id} could not be stored; try again.`)
    },

    async lease(threadId, holder, seconds) {
      const { rowCount } = await db.query(LEASE, [threadId, holder, seconds])
      return rowCount === 1
    },

    async release(threadId, holder) {
      await db.query(RELEASE, [threadId, holder])
    },

    async nextUnanswered(threadId) {
      const { rows } = await db.query<MessageRow>(NEXT_UNANSWERED, [threadId])
      return rows[0] === undefined ? null : toMessage(rows[0])
    },

    async stranded(limit) {
      const { rows } = await db.query<{ thread_id: string }>(
        'select thread_id from thread_leases where expires_at <= clock_timestamp() order by expires_at limit $1',
        [limit],
      )
      return rows.map((row) => row.thread_id)
    },

    async reply(reply) {
      const { checkpoint } = reply
      const { rows } = await db.query<ReplyRow>(REPLY, [
        ...[reply.id, reply.threadId, reply.inReplyTo, reply.text, reply.locale],
        ...[JSON.stringify(reply.facts), JSON.stringify(reply.focus), reply.at],
        ...[reply.evenIfHandedOff ?? false, reply.release ?? null],
        ...[checkpoint?.threadId, checkpoint?.ns, checkpoint?.id, checkpoint?.parentId],
        ...[checkpoint?.checkpoint, checkpoint?.metadata],
      ])
      return toDelivery(reply, rows[0])
    },

    async post(message) {
      const { rowCount } = await db.query(
        /* sql */ `
          insert into messages (id, thread_id, role, text, locale, facts, focus, at, dedupe_key)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (dedupe_key) do nothing`,
        [
          ...[message.id, message.threadId, message.role, message.text, message.locale],
          ...[JSON.stringify(message.facts), JSON.stringify(message.focus), message.at, message.dedupeKey],
        ],
      )
      return rowCount === 1 ? 'sent' : 'repeated'
    },

    async remove(threadId) {
      // The graph's own state goes too: it may hold the working words of a turn that broke off.
      await db.query(
        /* sql */ `
          with writes as (delete from checkpoint_writes where thread_id = 'turn:' || $1),
            state as (delete from checkpoints where thread_id = 'turn:' || $1)
          delete from threads where id = $1`,
        [threadId],
      )
      await db.query(DELETE_THREAD, [`turn:${threadId}`])
    },
  }
}

interface ReceivedRow extends MessageRow {
  stored: boolean
  leased: boolean
  passed_to_person: boolean
  reply: JsonMessage | null
  thread_locale: Locale
  history: readonly JsonMessage[] | null
}

async function tryReceive(db: Queryable, message: Parameters<ThreadStore['receive']>[0]): Promise<Received | null> {
  const { rows } = await db.query<ReceivedRow>(RECEIVE, [
    ...[message.id, message.threadId, message.customerId, message.text, message.locale, message.at],
    ...[message.holder, message.leaseSeconds, JSON.stringify(message.focus ?? {})],
  ])
  const row = rows[0]
  if (row === undefined) return null
  const stored = toMessage(row)
  if (row.stored) {
    const history = row.history === null ? null : { locale: row.thread_locale, messages: fromHistory(row.history) }
    return { kind: 'stored', message: stored, leased: row.leased, withPerson: row.passed_to_person, history }
  }
  requireSame(stored, message)
  return { kind: 'repeated', message: stored, reply: row.reply === null ? null : fromJson(row.reply) }
}

interface ReplyRow {
  outcome: Delivery['outcome']
  seq: string | null
  released: boolean
}

function toDelivery(reply: Parameters<ThreadStore['reply']>[0], row: ReplyRow | undefined): Delivery {
  const { id, threadId, text, locale, facts, focus, inReplyTo } = reply
  const { outcome = 'answered', seq = null, released = false } = row ?? {}
  if (seq === null) return { outcome, message: null, released }
  const at = reply.at.toISOString()
  const sent: Message = { id, threadId, seq: Number(seq), role: 'assistant', text, locale, facts, focus, inReplyTo, at }
  return { outcome, message: sent, released }
}

function requireSame(stored: Message, sent: { id: string; threadId: string; text: string }): void {
  if (stored.role === 'customer' && stored.threadId === sent.threadId && stored.text === sent.text) return
  throw new ParleyError('IDEMPOTENCY_MISMATCH', `The id ${sent.id} was used for another message.`)
}
