/**
 * Runs one negotiation as far as it goes, and calls for the conclusion when it was the last of its task.
 *
 * @module
 */
import type { Negotiator } from '../../agents/negotiator/graph.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { Negotiation, NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { HttpRegistry } from '../channels/registry.ts'
import type { DelegationParts } from '../delegation/delegation-parts.ts'
import { subjectRecords } from '../delegation/subject-records.ts'
import { namedParties } from '../delegation/whom-to-ask.ts'
import type { JobQueue, Jobs } from './job-queue.ts'

export interface NegotiateParts {
  readonly negotiator: Negotiator
  readonly negotiations: NegotiationLedger
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly records: DelegationParts['records']
  readonly registry: HttpRegistry
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly clock: Clock
  /** Seconds until a counterparty that could not be reached is tried again, by how often it was tried. */
  readonly retryAfterSeconds: readonly number[]
}

/** The job; safe to run at any time and any number of times. */
export function negotiate(parts: NegotiateParts) {
  return async ({ negotiationId }: Jobs['negotiate']): Promise<void> => {
    const { negotiations, jobs } = parts
    const negotiation = await negotiations.negotiation(negotiationId)
    if (negotiation === null) return
    const { taskId } = negotiation
    const outcome = negotiation.status === 'open' ? await run(parts, negotiation) : 'ended'
    if (outcome === 'waiting') {
      const startAfterSeconds = await waitFor(parts, negotiation)
      await jobs.enqueue('negotiate', { negotiationId }, { key: `${negotiationId}/again`, startAfterSeconds })
      return
    }
    const talks = await negotiations.negotiationsOf(taskId)
    if (talks.every(({ status }) => status !== 'open')) await jobs.enqueue('conclude-task', { taskId }, { key: taskId })
  }
}

async function run(parts: NegotiateParts, negotiation: Negotiation): Promise<'ended' | 'waiting'> {
  const mandate = await parts.mandates.get(negotiation.mandateId)
  const party = mandate === null ? null : await connect(parts, mandate, negotiation.counterpartyId)
  if (party === null) {
    const at = parts.clock.now()
    await parts.negotiations.end(negotiation.id, { status: 'failed', ending: 'not-connected', at })
    return 'ended'
  }
  return parts.negotiator(negotiation.id)
}

/** A sandbox begins to play whom the customer's records name; a real counterparty is connected by configuration. */
async function connect({ registry, records }: NegotiateParts, mandate: Mandate, counterpartyId: string) {
  const named = namedParties(await subjectRecords({ records }, mandate)).find(({ id }) => id === counterpartyId)
  return named === undefined ? registry.get(counterpartyId) : registry.ensure(named)
}

async function waitFor({ negotiations, retryAfterSeconds }: NegotiateParts, negotiation: Negotiation): Promise<number> {
  const events = await negotiations.events(negotiation.taskId)
  const tries = events.filter(
    ({ kind, data }) => kind === 'counterparty-unreachable' && data.negotiationId === negotiation.id,
  ).length
  return retryAfterSeconds[tries - 1] ?? retryAfterSeconds.at(-1) ?? 60
}
