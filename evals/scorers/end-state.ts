/**
 * What must stand in the ledger and in the counterparties' book at the end, and nothing else.
 *
 * @module
 */
import type { MustCome } from '../scenario/must-come.ts'
import { gate } from '../score.ts'
import type { Transcript } from '../transcript.ts'
import { inWantedOrder } from './in-wanted-order.ts'
import { plainValue, sameFigure } from './plain-value.ts'

export const endState = gate('end-state', (transcript: Transcript) => {
  const must = transcript.sampled.scenario.mustCome
  const came = cameOf(transcript)
  const faults = (['commitments', 'proposals', 'tasks', 'handoffs', 'mandates', 'refusals'] as const).flatMap((key) => {
    const wanted =
      key === 'commitments' ? must.commitments.map((act) => (typeof act === 'string' ? act : act.act)) : must[key]
    if (wanted === undefined || JSON.stringify(wanted) === JSON.stringify(came[key])) return []
    return [`${key}: must be ${JSON.stringify(wanted)}, is ${JSON.stringify(came[key])}`]
  })
  return [
    ...faults,
    ...dealFaults(must, transcript),
    ...figureFaults(must, transcript),
    ...contactFaults(must, transcript),
  ]
})

export interface Came {
  readonly commitments: readonly string[]
  readonly proposals: readonly string[]
  readonly tasks: readonly string[]
  readonly handoffs: readonly string[]
  readonly mandates: readonly string[]
  readonly refusals: number
}

/** The end state of a play, in the words of a scenario. */
export function cameOf(transcript: Transcript): Came {
  const { requests, tasks, handoffs, mandates, log } = transcript
  return {
    commitments: inWantedOrder(transcript).map(
      ({ proposalId, act }) => actOf(requests, proposalId, act)?.type ?? 'none',
    ),
    proposals: requests.map(({ outcome }) => outcome?.outcome ?? 'open'),
    tasks: tasks.map(({ task }) => task.status),
    handoffs: handoffs.map(({ status }) => status),
    mandates: mandates.map(({ state }) => state),
    refusals: log.filter((entry) => entry.kind === 'attempt' && entry.refused).length,
  }
}

function actOf(requests: Transcript['requests'], proposalId: string, act: number) {
  return requests.find(({ id }) => id === proposalId)?.proposal.terms.acts[act]
}

/** Each commitment with whom it should be, on terms within the bounds. */
function dealFaults({ commitments: wanted }: MustCome, transcript: Transcript): readonly string[] {
  const { requests } = transcript
  return inWantedOrder(transcript).flatMap((commitment, index) => {
    const must = wanted[index]
    if (must === undefined || typeof must === 'string') return []
    const act = actOf(requests, commitment.proposalId, commitment.act)
    const stranger = must.with !== undefined && !must.with.includes(commitment.counterpartyId)
    const terms = (act?.terms ?? {}) as Readonly<Record<string, unknown>>
    return [
      ...(stranger ? [`committed with ${commitment.counterpartyId}, must be one of ${must.with?.join(', ')}`] : []),
      ...Object.entries(must.terms).flatMap(([path, bound]) => {
        const value = terms[path]
        const holds =
          'is' in bound
            ? sameFigure(value, bound.is)
            : 'atMost' in bound
              ? Number(value) <= Number(bound.atMost)
              : Number(value) >= Number(bound.atLeast)
        return holds ? [] : [`committed on ${path} ${String(value)}, must be ${JSON.stringify(bound)}`]
      }),
    ]
  })
}

function figureFaults({ told, notTold }: MustCome, { threads }: Transcript): readonly string[] {
  const stated = threads
    .flatMap(({ messages }) => messages)
    .filter(({ role }) => role === 'assistant')
    .flatMap(({ facts }) => facts.map(({ value }) => plainValue(value)))
  return [
    ...told.filter((figure) => !stated.some((value) => sameFigure(value, figure))).map((f) => `${f} was never stated`),
    ...notTold.filter((figure) => stated.some((value) => sameFigure(value, figure))).map((f) => `${f} was stated`),
  ]
}

function contactFaults({ notContacted }: MustCome, { book }: Transcript): readonly string[] {
  const heard = new Set(book.filter(({ type }) => type !== 'enrolled').map(({ partyId }) => partyId))
  return notContacted.filter((id) => heard.has(id)).map((id) => `${id} heard from us`)
}
