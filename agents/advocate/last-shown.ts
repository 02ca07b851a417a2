/**
 * What a plain yes can mean: the one thing that was put before the customer last, and whether something came between it
 * and their words, so that nobody can be sure that they mean it.
 *
 * @module
 */
import type { Message } from '../thread-store.ts'
import type { Conversation } from './conversation.ts'
import { type Focus, focusOf } from './focus.ts'

export interface LastShown {
  /** The focus of the newest message that put something before the customer; empty where none did. */
  readonly focus: Focus
  /** An unasked message came after it. */
  readonly interrupted: boolean
  /** What was put before the customer earlier and not answered since, newest first. */
  readonly earlier: readonly Focus[]
}

/**
 * Looks at the assistant's messages since its last reply, that reply among them: what was shown before it has been talked
 * past. A message that came after the customer wrote is not looked at.
 */
export function lastShown({ messages }: Conversation, message: Pick<Message, 'seq'>): LastShown {
  const before = messages
    .filter(({ role, seq }) => role === 'assistant' && seq < message.seq)
    .toSorted((a, b) => b.seq - a.seq)
  const reply = before.findIndex(({ inReplyTo }) => inReplyTo !== null)
  const recent = (reply < 0 ? before : before.slice(0, reply + 1)).map(focusOf)
  const at = recent.findIndex(putsSomething)
  const focus = recent[at] ?? {}
  return {
    focus,
    interrupted: at > 0,
    earlier: recent.slice(at + 1).filter((other) => at >= 0 && putsSomething(other)),
  }
}

function putsSomething({ mandateId, waitingMandateId, proposal, personOffered }: Focus): boolean {
  return [mandateId, waitingMandateId, proposal, personOffered].some((shown) => shown !== undefined)
}
