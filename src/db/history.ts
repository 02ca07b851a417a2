/**
 * What was said before a message, as rows of JSON in one value of a statement.
 *
 * @module
 */
import type { Message } from '../../agents/thread-store.ts'
import { MESSAGE_COLUMNS, type MessageRow, toMessage } from './message-rows.ts'

/** Messages a turn looks back on, as many as a model is shown; older ones stay in the thread. */
export const LOOK_BACK = 24

/** A message inside a value of JSON: its instant is text and its seq a number that fits. */
export type JsonMessage = Omit<MessageRow, 'at' | 'seq'> & { at: string; seq: number }

/** The newest messages of a thread, oldest first. @param which the condition on `messages`, with the thread in it */
export function history(which: string): string {
  return /* sql */ `
    select coalesce(json_agg(h order by h.seq), '[]') from (
      select ${MESSAGE_COLUMNS} from messages where ${which} order by seq desc limit ${LOOK_BACK}
    ) h`
}

/** An answer stands behind its question, also when two questions were sent before either was answered. */
export function fromHistory(rows: readonly JsonMessage[]): readonly Message[] {
  const messages = rows.map(fromJson)
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

export function fromJson(row: JsonMessage): Message {
  return toMessage({ ...row, seq: String(row.seq), at: new Date(row.at) })
}
