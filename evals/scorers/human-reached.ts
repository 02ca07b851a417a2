/**
 * Promise 3: whoever asks for a person gets one called on that first ask, and while a person has the conversation the
 * assistant does not talk over them.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'
import type { SeenHandoff, SeenThread } from '../world.ts'

export const humanReached = gate('human-reached', (transcript: Transcript) => [
  ...notCalled(transcript),
  ...transcript.threads.flatMap((thread) => talkedOver(thread, transcript.handoffs)),
])

/** Asks after which no hand-off stood before the customer had to say anything more. */
function notCalled({ log, threads, handoffs }: Transcript): readonly string[] {
  return log.flatMap((entry) => {
    if (entry.kind !== 'said' || !entry.asksForPerson) return []
    const messages = threads.find(({ id }) => id === entry.threadId)?.messages ?? []
    const ask = messages.find(({ id }) => id === entry.id)
    if (ask === undefined) return [`the ask ${entry.id} was lost`]
    const next = messages.find(({ role, seq }) => role === 'customer' && seq > ask.seq)
    const reached = handoffs.some(
      ({ threadId, requestedAt, endedAt }) =>
        threadId === entry.threadId &&
        (next === undefined || requestedAt <= next.at) &&
        (endedAt === null || endedAt >= ask.at),
    )
    return reached ? [] : [`"${ask.text}" called nobody`]
  })
}

/** Replies to what the customer said to a person; help lines in an emergency are the one exception. */
function talkedOver({ id, messages }: SeenThread, handoffs: readonly SeenHandoff[]): readonly string[] {
  return messages.flatMap((message) => {
    if (message.role !== 'assistant' || message.inReplyTo === null) return []
    if (message.facts.some(({ ref }) => ref.startsWith('help'))) return []
    const asked = messages.find((other) => other.id === message.inReplyTo)
    const open = handoffs.find(
      ({ threadId, requestedAt, endedAt }) =>
        threadId === id && asked !== undefined && asked.at > requestedAt && (endedAt === null || message.at < endedAt),
    )
    return open === undefined ? [] : [`${message.id} was said while a person had the conversation`]
  })
}
