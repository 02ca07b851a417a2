/**
 * Promise 5: a message that says something was concluded or sent was only seen after the ledger held it.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const doneMeansSeen = gate('done-means-seen', ({ threads, committedWhenSeen, commitments }: Transcript) =>
  threads
    .flatMap(({ messages }) => messages)
    .filter(({ role }) => role === 'assistant')
    .flatMap(({ id, facts }) => {
      const held = committedWhenSeen[id] ?? commitments.map(({ proposalId }) => proposalId)
      return facts
        .filter(({ source }) => source.type === 'commitment')
        .filter(({ source }) => !held.some((proposalId) => source.id.startsWith(proposalId)))
        .map(({ ref }) => `${id} speaks of a commitment (${ref}) that the ledger did not hold`)
    }),
)
