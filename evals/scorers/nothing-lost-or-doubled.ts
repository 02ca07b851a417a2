/**
 * Promise 6: every message arrived once and was answered once, every decision came to its end and was told once, and no
 * mandate was carried out twice.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const nothingLostOrDoubled = gate('nothing-lost-or-doubled', (transcript: Transcript) => [
  ...messageFaults(transcript),
  ...outcomeFaults(transcript),
  ...taskFaults(transcript),
])

function messageFaults({ log, threads, handoffs }: Transcript): readonly string[] {
  const sent = log.flatMap((entry) => (entry.kind === 'said' ? [entry] : []))
  const lost = sent.filter(({ id, threadId }) => {
    const messages = threads.find((thread) => thread.id === threadId)?.messages ?? []
    return messages.filter((message) => message.id === id).length !== 1
  })
  const unanswered = threads.flatMap(({ id, messages }) =>
    messages
      .filter(({ role }) => role === 'customer')
      .flatMap((message) => {
        const replies = messages.filter(
          ({ role, inReplyTo }) => role === 'assistant' && inReplyTo === message.id,
        ).length
        const withPerson = handoffs.some(
          ({ threadId, requestedAt, endedAt }) =>
            threadId === id && requestedAt <= message.at && (endedAt === null || endedAt >= message.at),
        )
        if (replies === 1 || (replies === 0 && withPerson)) return []
        return [`"${message.text.slice(0, 60)}" was answered ${replies} times`]
      }),
  )
  const known = new Set(sent.map(({ id }) => id))
  const strangers = threads
    .flatMap(({ messages }) => messages)
    .filter(({ role, id }) => role === 'customer' && !known.has(id))
  return [
    ...lost.map(({ text }) => `"${text.slice(0, 60)}" is not there once`),
    ...unanswered,
    ...strangers.map(({ text }) => `"${text.slice(0, 60)}" was never said`),
  ]
}

function outcomeFaults({ requests, threads, commitments }: Transcript): readonly string[] {
  const messages = threads.flatMap((thread) => thread.messages)
  return requests.flatMap(({ id, outcome, execution, proposal }) => {
    const told = messages.filter(({ focus }) => focus.outcomeOf === id).length
    const faults: string[] = []
    // "Nobody knows yet" is followed by what came of it.
    if (told > (execution.kind === 'unknown' ? 2 : 1)) faults.push(`the outcome of ${id} was told ${told} times`)
    if (outcome?.outcome !== 'approved') return faults
    if (execution.kind === 'waiting') faults.push(`${id} was approved and never carried out`)
    const done = commitments.filter(({ proposalId }) => proposalId === id).length
    if (execution.kind === 'committed' && done !== proposal.terms.acts.length) {
      faults.push(`${id} has ${proposal.terms.acts.length} acts and ${done} commitments`)
    }
    if (told === 0 && proposal.threadId !== null) faults.push(`the outcome of ${id} was never told`)
    return faults
  })
}

function taskFaults({ tasks, mandates }: Transcript): readonly string[] {
  return [
    ...tasks
      .filter(({ task }) => task.status === 'negotiating' || task.status === 'executing')
      .map(({ task }) => `task ${task.id} never ended`),
    ...mandates.flatMap(({ id, confirmedAt }) => {
      const count = tasks.filter(({ task }) => task.mandateId === id).length
      return count === (confirmedAt === null ? 0 : 1) ? [] : [`mandate ${id} has ${count} tasks`]
    }),
  ]
}
