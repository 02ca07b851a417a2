/**
 * What must stand in the ledger at the end, and nothing else.
 *
 * @module
 */
import type { EndState } from '../scenario.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'

export const endState = gate('end-state', (transcript: Transcript) => {
  const came = cameOf(transcript)
  const must = transcript.scenario.mustCome
  return (Object.keys(must) as (keyof EndState)[])
    .filter((key) => JSON.stringify(must[key]) !== JSON.stringify(came[key]))
    .map((key) => `${key}: must be ${JSON.stringify(must[key])}, is ${JSON.stringify(came[key])}`)
})

/** The end state of a play, in the words of a scenario. */
export function cameOf({ commitments, requests, tasks, handoffs }: Transcript): EndState {
  const byTime = requests.toSorted((a, b) => a.proposal.createdAt.localeCompare(b.proposal.createdAt))
  return {
    commitments: commitments.map((commitment) => {
      const request = requests.find((r) => r.id === commitment.proposalId)
      return request?.proposal.terms.acts[commitment.act]?.type ?? 'conclude'
    }),
    proposals: byTime.map((r) => (r.outcome?.outcome ?? 'open') as EndState['proposals'][number]),
    tasks: tasks.toSorted((a, b) => a.task.createdAt.localeCompare(b.task.createdAt)).map((t) => t.task.status),
    handedOff: handoffs > 0,
  }
}
