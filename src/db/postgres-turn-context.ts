/**
 * What a turn reads, in one statement before it and one after.
 *
 * @module
 */
import type { TurnReader } from '../../agents/advocate/conversation.ts'
import type { Locale, Message } from '../../agents/thread-store.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { type MessageRow, toMessage } from './message-rows.ts'
import type { Queryable } from './queryable.ts'
import { NEXT_UNANSWERED, UNANSWERED } from './thread-statements.ts'

/** Messages a turn looks back on, as many as a model is shown; older ones stay in the thread. */
const LOOK_BACK = 24

// A row of JSON per message: its instant is text and its seq a number that fits.
type JsonMessage = Omit<MessageRow, 'at' | 'seq'> & { at: string; seq: number }

interface BeforeRow {
  customer_id: string
  locale: Locale
  with_person: boolean
  messages: JsonMessage[]
  earlier: JsonMessage | null
}

/** $1 thread, $2 seq of the message to be answered, $3 how many */
const BEFORE = /* sql */ `
  select t.customer_id, t.locale,
    exists (select from handoffs h where h.thread_id = t.id and h.status in ('waiting', 'accepted')) as with_person,
    coalesce((
      select jsonb_agg(to_jsonb(m) order by m.seq) from (
        select * from messages
        where thread_id = t.id and (role <> 'customer' or seq < $2)
        order by seq desc limit $3
      ) m
    ), '[]') as messages,
    (
      select to_jsonb(m) from messages m
      where m.thread_id = t.id and m.seq < $2 and ${UNANSWERED} order by m.seq limit 1
    ) as earlier
  from threads t where t.id = $1`

/** $1 thread, $2 the message that was answered */
const REPLY_TO = /* sql */ 'select m.* from messages m where m.thread_id = $1 and m.in_reply_to = $2'

export function postgresTurnReader(db: Queryable): TurnReader {
  return {
    async before({ threadId, seq }) {
      const { rows } = await db.query<BeforeRow>(BEFORE, [threadId, seq, LOOK_BACK])
      const row = rows[0]
      if (row === undefined) throw new ParleyError('NOT_FOUND', `There is no thread ${threadId}.`)
      return {
        threadId,
        customerId: row.customer_id,
        locale: row.locale,
        withPerson: row.with_person,
        earlier: row.earlier === null ? null : fromJson(row.earlier),
        messages: inTurn(row.messages.map(fromJson)),
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

function fromJson(row: JsonMessage): Message {
  return toMessage({ ...row, seq: String(row.seq), at: new Date(row.at) })
}

/** An answer stands behind its question, also when two questions were sent before either was answered. */
function inTurn(messages: readonly Message[]): readonly Message[] {
  const answers = new Map(
    messages.flatMap((message) => (message.inReplyTo === null ? [] : [[message.inReplyTo, message] as const])),
  )
  const known = new Set(messages.map(({ id }) => id))
  return messages.flatMap((message) => {
    if (message.inReplyTo !== null && known.has(message.inReplyTo)) return []
    const answer = answers.get(message.id)
    return answer === undefined ? [message] : [message, answer]
  })
}
