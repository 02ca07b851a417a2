/**
 * Runs one negotiation as far as it goes, and calls for the conclusion when it was the last of its task.
 *
 * @module
 */
import type { Negotiator } from '../../agents/negotiator/graph.ts'
import { readNeed } from '../../agents/negotiator/read-need.ts'
import { noteUnreachable, timesUnreachable } from '../../agents/negotiator/unreachable.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import { turnOf } from '../../tools/negotiation/coordinate.ts'
import type { Negotiation, NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { HttpRegistry } from '../channels/registry.ts'
import type { RunLeases } from '../db/postgres-leases.ts'
import type { DelegationParts } from '../delegation/delegation-parts.ts'
import { subjectRecords } from '../delegation/subject-records.ts'
import { namedParties } from '../delegation/whom-to-ask.ts'
import { alone, LOOK_AGAIN_SECONDS } from './alone.ts'
import type { JobQueue, Jobs } from './job-queue.ts'

export interface NegotiateParts {
  readonly negotiator: Negotiator
  readonly negotiations: NegotiationLedger
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly records: DelegationParts['records']
  readonly registry: HttpRegistry
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly leases: RunLeases
  readonly clock: Clock
  readonly ids: Ids
  /** Moves of ours that each talk starts with. */
  readonly turnBudget: number
  /** Seconds until a counterparty that could not be reached is tried again; its length is how often that happens. */
  readonly retryAfterSeconds: readonly number[]
}

/** The job; safe to run at any time and any number of times. */
export function negotiate(parts: NegotiateParts) {
  return async ({ negotiationId }: Jobs['negotiate']): Promise<void> => {
    const { negotiations, jobs } = parts
    const negotiation = await negotiations.negotiation(negotiationId)
    if (negotiation === null) return
    const { taskId } = negotiation
    let outcome = 'ended' as 'ended' | 'waiting' | 'resting'
    const leased = await alone(parts, `negotiation:${negotiationId}`, async () => {
      if (negotiation.status === 'open') outcome = await run(parts, negotiation)
    })
    if (leased === 'busy') {
      const again = { key: `${negotiationId}/again`, startAfterSeconds: LOOK_AGAIN_SECONDS }
      return jobs.enqueue('negotiate', { negotiationId }, again)
    }
    if (outcome === 'waiting') {
      const startAfterSeconds = await waitFor(parts, negotiation)
      await jobs.enqueue('negotiate', { negotiationId }, { key: `${negotiationId}/again`, startAfterSeconds })
      return
    }
    await wakeOthers(parts, negotiationId)
    const talks = await negotiations.negotiationsOf(taskId)
    if (talks.every(({ status }) => status !== 'open')) await jobs.enqueue('conclude-task', { taskId }, { key: taskId })
  }
}

/** A talk that rested may have its turn now: it was outbid, has got turns of ours, or is to take what it holds. */
async function wakeOthers(parts: NegotiateParts, negotiationId: string): Promise<void> {
  const { negotiations, mandates, jobs, turnBudget } = parts
  const negotiation = await negotiations.negotiation(negotiationId)
  const mandate = negotiation === null ? null : await mandates.get(negotiation.mandateId)
  if (negotiation === null || mandate === null) return
  const { now } = await readNeed(parts, { negotiation, mandate, moves: await negotiations.moves(negotiationId) })
  const rested = now.talks.filter(
    ({ id, status, history }) =>
      id !== negotiationId && status === 'open' && history.length >= turnBudget && history.at(-1)?.theirs !== null,
  )
  for (const talk of rested) {
    if (turnOf(talk, now).kind !== 'rest') await jobs.enqueue('negotiate', { negotiationId: talk.id }, { key: talk.id })
  }
}

async function run(parts: NegotiateParts, negotiation: Negotiation): Promise<'ended' | 'waiting' | 'resting'> {
  const { negotiations, mandates, clock } = parts
  const mandate = await mandates.get(negotiation.mandateId)
  try {
    const party = mandate === null ? null : await connect(parts, mandate, negotiation.counterpartyId)
    if (party !== null) return await parts.negotiator(negotiation.id)
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'COUNTERPARTY_UNREACHABLE') throw error
    return noteUnreachable(negotiations, negotiation, parts.retryAfterSeconds.length, clock.now())
  }
  await negotiations.end(negotiation.id, { status: 'failed', ending: 'not-connected', at: clock.now() })
  return 'ended'
}

/** A sandbox begins to play whom the customer's records name; a real counterparty is connected by configuration. */
async function connect({ registry, records }: NegotiateParts, mandate: Mandate, counterpartyId: string) {
  const named = namedParties(await subjectRecords({ records }, mandate)).find(({ id }) => id === counterpartyId)
  return named === undefined ? registry.get(counterpartyId) : registry.ensure(named)
}

async function waitFor({ negotiations, retryAfterSeconds }: NegotiateParts, negotiation: Negotiation): Promise<number> {
  const tries = await timesUnreachable(negotiations, negotiation)
  return retryAfterSeconds[tries - 1] ?? retryAfterSeconds.at(-1) ?? 60
}
