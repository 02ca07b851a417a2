/**
 * Customers on their way through the servers of a stage, one after the other in a few lanes.
 *
 * @module
 */
import { newCover, refinancing } from './customers.ts'
import type { Identity } from './identity.ts'
import { type Decision, type Journey, travel } from './journey.ts'

/** How long a customer waits for any one thing after the last fault, before it counts as stuck; long, for busy machines. */
const PATIENCE_MS = 600_000

export interface Traffic {
  /** All who have set out, in that order. */
  readonly journeys: readonly Journey[]
  /** Sends customers on their way, a few at a time, until `enough`; resolves when the last has arrived. */
  traffic(abreast: number, enough: () => boolean): Promise<void>
  /**
   * Resolves when all who are on their way now have arrived, and so many more that set out since and went the whole path:
   * two acts, approved and carried out. Never, when nobody sets out any more.
   */
  walkedPast(journeys: number): Promise<void>
  /** Notes that a fault struck: what waits is given its time anew. */
  struck(): void
}

/** @param parts.random chance, seeded */
export function createTraffic(parts: {
  readonly urls: readonly string[]
  readonly identity: Identity
  readonly random: () => number
}): Traffic {
  const { urls, identity, random } = parts
  const journeys: Journey[] = []
  const whole = new Set<Journey>()
  let arrival = Promise.withResolvers<void>()
  let lastStrike = performance.now()

  async function sendNext(): Promise<Journey> {
    const customerId = `c-fire-${journeys.length}`
    const errand = journeys.length % 2 === 0 ? newCover : refinancing
    const chance = random()
    // The first two go through to the end, so that every step of the path is walked.
    const decision: Decision = journeys.length < 2 || chance < 0.7 ? 'approve' : chance < 0.85 ? 'reject' : 'revoke'
    const journey: Journey = { customerId, acknowledged: [], end: null }
    journeys.push(journey)
    if (errand === newCover && decision === 'approve') whole.add(journey)
    await travel({
      errand: errand(customerId, new Date().toISOString().slice(0, 10)),
      decision,
      urls,
      identity,
      journey,
      patience: { ms: PATIENCE_MS, lastStrike: () => lastStrike },
    })
    arrival.resolve()
    arrival = Promise.withResolvers()
    return journey
  }

  return {
    journeys,
    async traffic(abreast, enough) {
      const lane = async (): Promise<void> => {
        while (!enough()) {
          const { end } = await sendNext()
          if (typeof end === 'object') return // stuck is a finding; sending more after it shows nothing new
        }
      }
      await Promise.all(Array.from({ length: abreast }, lane))
    },
    async walkedPast(count) {
      const before = journeys.slice()
      const arrived = () => before.every(({ end }) => end !== null)
      const since = () => journeys.slice(before.length).filter((one) => whole.has(one) && one.end === 'committed')
      while (!arrived() || since().length < count) await arrival.promise
    },
    struck() {
      lastStrike = performance.now()
    },
  }
}
