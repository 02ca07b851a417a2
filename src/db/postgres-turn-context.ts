/**
 * What a turn reads, in one statement before it and one after.
 *
 * @module
 */
import type { TurnReader } from '../../agents/advocate/conversation.ts'
import type { Locale } from '../../agents/thread-store.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { fromHistory, fromJson, history, type JsonMessage } from './history.ts'
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message-rows.ts'
import type { Queryable } from './queryable.ts'
import { NEXT_UNANSWERED, UNANSWERED } from './thread-statements.ts'

interface BeforeRow {
  customer_id: string
  locale: Locale
  with_person: boolean
  messages: JsonMessage[]
  earlier: JsonMessage | null
}

/** $1 thread, $2 seq of the message to be answered */
const BEFORE = /* sql */ `
  select t.customer_id, t.locale,
    exists (select from handoffs h where h.thread_id = t.id and h.status in ('waiting', 'accepted')) as with_person,
    (${history("thread_id = $1 and (role <> 'customer' or seq < $2)")}) as messages,
    (
      select to_json(e) from (
        select ${MESSAGE_COLUMNS} from messages m
        where m.thread_id = $1 and m.seq < $2 and ${UNANSWERED} order by m.seq limit 1
      ) e
    ) as earlier
  from threads t where t.id = $1`

/** $1 thread, $2 the message that was answered */
const REPLY_TO = /* sql */ 'select m.* from messages m where m.thread_id = $1 and m.in_reply_to = $2'

export function postgresTurnReader(db: Queryable): TurnReader {
  return {
    async before({ threadId, seq }) {
      const { rows } = await db.query<BeforeRow>(BEFORE, [threadId, seq])
      const row = rows[0]
      if (row === undefined) throw new ParleyError('NOT_FOUND', `There is no thread ${threadId}.`)
      return {
        threadId,
        customerId: row.customer_id,
        locale: row.locale,
        withPerson: row.with_person,
        earlier: row.earlier === null ? null : fromJson(row.earlier),
        messages: fromHistory(row.messages),
      }
    },

    async after({ threadId, id }) {
      const { rows } = await db.query<MessageRow & { part: 'reply' | 'next' }>(
        /* sql */ `
          (select 'reply' as part, r.* from (${REPLY_TO}) r)
          union all
          (select 'next' as part, n.* from (${NEXT_UNANSWERED}) n)`,
        [threadId, id],
      )
      const part = (name: 'reply' | 'next') => rows.find((row) => row.part === name)
      const [reply, next] = [part('reply'), part('next')]
      return { reply: reply === undefined ? null : toMessage(reply), next: next === undefined ? null : toMessage(next) }
    },
  }
}
