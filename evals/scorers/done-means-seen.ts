/**
 * Promise 5: a message that says something was concluded or sent was only seen after the ledger held it.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const doneMeansSeen = gate('done-means-seen', ({ messages, committedWhenSeen }: Transcript) =>
  messages
    .filter(
      (message) => message.role === 'assistant' && message.facts.some((fact) => fact.source.type === 'commitment'),
    )
    .filter((message) => (committedWhenSeen[message.id] ?? 0) === 0)
    .map((message) => `${message.id} speaks of a commitment that the ledger did not hold`),
)
