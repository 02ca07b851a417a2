/**
 * Rows of threads and messages as the values they stand for.
 *
 * @module
 */
import type { Locale, Message, Thread } from '../../agents/thread-store.ts'

export interface ThreadRow {
  id: string
  customer_id: string
  locale: Locale
  created_at: Date
}

export function toThread(row: ThreadRow): Thread {
  return { id: row.id, customerId: row.customer_id, locale: row.locale, createdAt: row.created_at.toISOString() }
}

export interface MessageRow {
  id: string
  thread_id: string
  seq: string
  role: Message['role']
  text: string
  locale: Locale
  facts: Message['facts']
  focus: Message['focus']
  in_reply_to: string | null
  at: Date
}

const COLUMNS = ['id', 'thread_id', 'seq', 'role', 'text', 'locale', 'facts', 'focus', 'in_reply_to', 'at']

/** What a message is read from, in statements that name columns. */
export const MESSAGE_COLUMNS = COLUMNS.join(', ')

/** The same of a table under another name. */
export function columnsOf(alias: string): string {
  return COLUMNS.map((column) => `${alias}.${column}`).join(', ')
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    threadId: row.thread_id,
    seq: Number(row.seq),
    role: row.role,
    text: row.text,
    locale: row.locale,
    facts: row.facts,
    focus: row.focus,
    inReplyTo: row.in_reply_to,
    at: row.at.toISOString(),
  }
}
