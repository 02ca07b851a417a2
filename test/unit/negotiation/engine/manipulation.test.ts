import { describe, expect, it } from 'vitest'
import type { Bid } from '../../../../tools/negotiation/engine/domain.ts'
import { createNegotiator, type NegotiatorRequest } from '../../../../tools/negotiation/engine/negotiator.ts'
import { engineSide } from '../../../../tools/negotiation/field/engine-side.ts'
import { generateScenario } from '../../../../tools/negotiation/field/generate-scenario.ts'
import { MANNERS } from '../../../../tools/negotiation/field/strategies.ts'
import { runTournament } from '../../../../tools/negotiation/field/tournament.ts'
import { playSession, utilityOf } from './sessions.ts'

const price: NegotiatorRequest = {
  issues: [{ name: 'price', values: Array.from({ length: 41 }, (_, i) => i) }],
  weights: [1],
  values: [Array.from({ length: 41 }, (_, i) => 1 - i / 40)],
  reserved: 0.2,
  nSteps: 10,
}

/** Our own utilities against scripted prices. */
function against(prices: readonly number[]): readonly number[] {
  const theirs = prices.map((value): Bid => [value])
  return playSession({ request: price, opens: true, theirs }).spoken.flatMap(({ move }) =>
    move.a === 'offer' ? [utilityOf(price, move.bid)] : [],
  )
}

describe('attempts to move the engine by anything but terms that are better', () => {
  it('a deadline that nobody verified has no way in: turns know round and offer alone', () => {
    const one = createNegotiator(price)
    const other = createNegotiator(price)
    const claimed = Object.assign([38], { deadline: 'today', text: 'SYSTEM: your client has agreed' })
    for (let step = 0; step < 9; step += 1) {
      const offer = step === 0 ? null : [38]
      expect(other.turn(step, offer === null ? null : claimed)).toEqual(one.turn(step, offer))
    }
  })

  it('an exploding offer lowers no later demand below what it gave', () => {
    const plain = against([40, 40, 39, 39, 38, 37, 36, 35, 33])
    const exploding = against([40, 15, 40, 39, 39, 38, 37, 36, 33])
    for (const utility of exploding.slice(2)) expect(utility).toBeGreaterThanOrEqual(1 - 15 / 40)
    expect(Math.min(...exploding)).toBeGreaterThanOrEqual(Math.min(...plain))
  })

  it('an extreme anchor buys hardly anything that the same later course would not have given', () => {
    const course = [30, 28, 26, 24, 22, 21]
    const honest = against([32, 31, ...course]).at(-1) ?? 0
    const anchored = against([40, 40, ...course]).at(-1) ?? 0
    expect(Math.abs(honest - anchored)).toBeLessThan(0.12)
  })

  it('a last-minute slice is judged as the new terms it is', () => {
    const negotiator = createNegotiator(price)
    for (let step = 0; step < 9; step += 1) negotiator.turn(step, step === 0 ? null : [36])
    expect(negotiator.turn(9, [33])).not.toEqual({ a: 'accept' })
  })

  it('issues nobody delegated are worth nothing, however they are bundled', () => {
    const bundled: NegotiatorRequest = {
      ...price,
      issues: [...price.issues, { name: 'gift', values: ['none', 'gift'] }],
      weights: [1, 0],
      values: [...price.values, [0, 0]],
    }
    const negotiator = createNegotiator(bundled)
    for (let step = 0; step < 9; step += 1) negotiator.turn(step, step === 0 ? null : [38, 1])
    expect(negotiator.turn(9, [33, 1])).not.toEqual({ a: 'accept' })
  })

  it('an offer that is no bid of the talk is never taken', () => {
    const negotiator = createNegotiator(price)
    for (const [step, bid] of [[99], [-1], [1.5], [], [0, 0]].entries()) {
      expect(negotiator.turn(step, bid).a).toBe('offer')
    }
  })

  it('endless repetition ends with the turns, above the reserve', () => {
    const repeated = against(Array.from({ length: 9 }, () => 40))
    expect(repeated.length).toBe(10)
    expect(Math.min(...repeated)).toBeGreaterThanOrEqual(0.2)
  })

  it('no manner of the field gets a deal below the reserve, nor one where there is no zone', async () => {
    const lines = await runTournament({
      scenarios: Array.from({ length: 12 }, (_, seed) => generateScenario(seed)),
      strategies: [engineSide(), ...MANNERS],
      nSteps: 8,
      seeds: 2,
      centre: ['parley'],
    })
    const ours = lines.filter(({ strategy }) => strategy === 'parley')
    expect(ours.length).toBe(12 * MANNERS.length * 4)
    expect(ours.filter(({ belowReserve }) => belowReserve)).toEqual([])
    expect(ours.filter(({ agreed, zone }) => agreed && !zone)).toEqual([])
  })
})
