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
  ...transcript.threads.flatMap((thread) => talkedOver(thread, transcript.handoffs, saidToPerson(transcript))),
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
function talkedOver({ id, messages }: SeenThread, handoffs: readonly SeenHandoff[], toPerson: ReadonlySet<string>) {
  return messages.flatMap((message) => {
    if (message.role !== 'assistant' || message.inReplyTo === null) return []
    if (message.facts.some(({ ref }) => ref.startsWith('help'))) return []
    const asked = messages.find((other) => other.id === message.inReplyTo)
    const during = handoffs.some(
      ({ threadId, requestedAt, endedAt }) =>
        threadId === id && asked !== undefined && asked.at > requestedAt && (endedAt === null || message.at < endedAt),
    )
    return during || toPerson.has(message.inReplyTo)
      ? [`${message.id} was said while a person had the conversation`]
      : []
  })
}

/** Ids of what was said between a person's accepting and giving back, in the order of the play: its clock may stand. */
function saidToPerson({ log, handoffs }: Transcript): ReadonlySet<string> {
  const withPerson = new Set<string>()
  const said = new Set<string>()
  for (const entry of log) {
    if (entry.kind === 'said' && withPerson.has(entry.threadId)) said.add(entry.id)
    if (entry.kind !== 'action' || !('handoffId' in entry.action)) continue
    const { handoffId, do: deed } = entry.action
    const threadId = handoffs.find(({ id }) => id === handoffId)?.threadId ?? ''
    if (deed === 'accept-handoff') withPerson.add(threadId)
    else if (deed !== 'say-as-person') withPerson.delete(threadId)
  }
  return said
}
