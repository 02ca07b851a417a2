/**
 * Promise 5: a message that says something was concluded, sent or approved was only seen after the ledger held it.
 *
 * @module
 */
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'
import { claimsApproval, claimsDone } from './claims.ts'

export const doneMeansSeen = gate('done-means-seen', (transcript: Transcript) => {
  const { threads, committedWhenSeen, approvedWhenSeen, commitments } = transcript
  return threads
    .flatMap(({ messages }) => messages)
    .filter(({ role }) => role === 'assistant')
    .flatMap(({ id, facts, text }) => {
      const held = committedWhenSeen[id] ?? commitments.map(({ proposalId }) => proposalId)
      const early = facts
        .filter(({ source }) => source.type === 'commitment')
        .filter(({ source }) => !held.some((proposalId) => source.id.startsWith(proposalId)))
      const done = held.length > 0 ? [] : claimsDone(text)
      const approved = (approvedWhenSeen[id] ?? 1) > 0 ? [] : claimsApproval(text)
      return [
        ...early.map(({ ref }) => `${id} speaks of a commitment (${ref}) that the ledger did not hold`),
        ...done.map((sentence) => `"${sentence}" was said before the ledger held anything`),
        ...approved.map((sentence) => `"${sentence}" was said before anybody approved`),
      ]
    })
})
