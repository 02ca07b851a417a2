/**
 * What a turn looks at before it does anything: the thread as it stands, read in one statement.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import type { Locale, Message } from '../thread-store.ts'

export interface Conversation {
  readonly threadId: string
  readonly customerId: string
  /** The thread's own language, for words that belong to none. */
  readonly locale: Locale
  /** Everything before the message to be answered, oldest first; an answer stands behind its question. */
  readonly messages: readonly Message[]
  /** A hand-off is open: the assistant is silent. */
  readonly withPerson: boolean
  /** An older message of the customer's that a crash left unanswered: it comes first. */
  readonly earlier: Message | null
}

/** What a turn reads before and after, each in one statement. */
export interface TurnReader {
  /** @throws ParleyError NOT_FOUND when there is no such thread */
  before(message: { readonly threadId: string; readonly seq: number }): Promise<Conversation>
  /** The answer to a message, where there is one, and the customer's next message that waits for its own. */
  after(message: { readonly threadId: string; readonly id: string }): Promise<{
    readonly reply: Message | null
    readonly next: Message | null
  }>
}

/**
 * Whether the reply has to say that an AI speaks: the first answer of a thread, and the first after a person spoke.
 * Notices that nobody asked for do not count as having said it.
 */
export function needsDisclosure({ messages }: Conversation): boolean {
  const last = messages.findLast(({ role, inReplyTo }) => role === 'duty-agent' || inReplyTo !== null)
  return last === undefined || last.role === 'duty-agent'
}

/**
 * The assistant's last words that the customer had before writing. A reply that came after the message was written
 * (two messages sent at once) was not what it answers.
 */
export function shownBefore({ messages }: Conversation, message: Pick<Message, 'seq'>): Message | null {
  return messages.findLast(({ role, seq }) => role === 'assistant' && seq < message.seq) ?? null
}

/** The facts that earlier replies of this thread rested on, newest first, each ref once. */
export function knownFacts({ messages }: Conversation): readonly Fact[] {
  const byRef = new Map<string, Fact>()
  for (const message of messages.toReversed()) {
    for (const fact of message.facts) if (!byRef.has(fact.ref)) byRef.set(fact.ref, fact)
  }
  return [...byRef.values()]
}

/** The customer's own words in this thread, this message last. */
export function customerWords({ messages }: Conversation, message: Message): readonly Message[] {
  return [...messages.filter(({ role }) => role === 'customer'), message]
}
