/**
 * Random negotiations for properties of the engine, and the moves of whole sessions.
 *
 * @module
 */
import fc from 'fast-check'
import type { Bid } from '../../../../tools/negotiation/engine/domain.ts'
import { createNegotiator, type NegotiatorRequest } from '../../../../tools/negotiation/engine/negotiator.ts'
import { ENGINE_SETTINGS, type EngineSettings } from '../../../../tools/negotiation/engine/settings.ts'
import { chance } from '../../../../tools/negotiation/field/chance.ts'

export interface Session {
  readonly request: NegotiatorRequest
  readonly opens: boolean
  /** What the other side says, round by round; anything that is a bid. */
  readonly theirs: readonly Bid[]
}

/** Any domain up to 5 × 6 × 7 outcomes, any preferences, any counterparty. */
export const anySession: fc.Arbitrary<Session> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    reserved: fc.integer({ min: 0, max: 110 }),
    nSteps: fc.integer({ min: 1, max: 14 }),
    opens: fc.boolean(),
  })
  .map(({ sizes, seed, reserved, nSteps, opens }) => sessionOf(sizes, seed, reserved / 100, nSteps, opens))

export function sessionOf(
  sizes: readonly number[],
  seed: number,
  reserved: number,
  nSteps: number,
  opens: boolean,
): Session {
  const next = chance(seed)
  const weights = sizes.map(() => 0.1 + next())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    opens,
    theirs: Array.from({ length: nSteps }, () => sizes.map((size) => Math.floor(next() * size))),
    request: {
      issues: sizes.map((size, i) => ({ name: `issue ${i}`, values: Array.from({ length: size }, (_, x) => `v${x}`) })),
      weights: weights.map((weight) => weight / total),
      values: sizes.map((size) => Array.from({ length: size }, () => next())),
      reserved,
      nSteps,
    },
  }
}

export function utilityOf({ weights, values }: NegotiatorRequest, bid: Bid): number {
  return bid.reduce((sum, value, i) => sum + (weights[i] ?? 0) * (values[i]?.[value] ?? 0), 0)
}

export interface Spoken {
  readonly step: number
  readonly offer: Bid | null
  readonly move: ReturnType<ReturnType<typeof createNegotiator>['turn']>
}

/** All moves of a session until it ends. */
export function playSession({ request, opens, theirs }: Session, settings: EngineSettings = ENGINE_SETTINGS) {
  const negotiator = createNegotiator(request, settings)
  const spoken: Spoken[] = []
  for (let step = 0; step < request.nSteps; step += 1) {
    const offer = opens ? (theirs[step - 1] ?? null) : (theirs[step] ?? null)
    const move = negotiator.turn(step, offer)
    spoken.push({ step, offer, move })
    if (move.a !== 'offer') break
  }
  return { spoken, records: negotiator.records }
}
