import { describe, expect, it } from 'vitest'
import { sumOf, tablesOf } from '../../../../tools/negotiation/engine/domain.ts'
import { createNegotiator } from '../../../../tools/negotiation/engine/negotiator.ts'
import { ENGINE_SETTINGS, type EngineSettings, LEVER_SETTINGS } from '../../../../tools/negotiation/engine/settings.ts'
import { generateContest } from '../../../../tools/negotiation/field/generate-contest.ts'

/** Our utility of the first answer to an offer that is best for them, in the round `step`. */
function firstAnswer(seed: number, nSteps: number, settings: EngineSettings, step = 0): number | null {
  const { issues, profiles } = generateContest(seed)
  const [one, two] = profiles
  const best = tablesOf(issues, two).map((table) => table.indexOf(Math.max(...table)))
  const move = createNegotiator({ issues, ...one, nSteps }, settings).turn(step, best)
  return move.a === 'offer' ? sumOf(tablesOf(issues, one), move.bid) : null
}

const CURVE: EngineSettings = { ...ENGINE_SETTINGS, plan: 'curve' }
const SEEDS = Array.from({ length: 12 }, (_, seed) => seed)

describe('the offer in few rounds', () => {
  it('lies between the plan and the curve, and nearer to the curve before the last offer', () => {
    let between = 0
    for (const seed of SEEDS) {
      const [plan, ours, curve] = [LEVER_SETTINGS, ENGINE_SETTINGS, CURVE].map((settings) =>
        firstAnswer(seed, 8, settings),
      )
      if (plan == null || ours == null || curve == null) continue
      expect(ours).toBeGreaterThanOrEqual(Math.min(plan, curve))
      // Agreements are not arbitrarily fine: the next one that asks for no less is offered.
      if (Math.abs(ours - curve) < Math.abs(ours - plan)) between += 1
    }
    expect(between).toBeGreaterThanOrEqual(6)
  })

  it('is the plan alone in the last turns of many rounds', () => {
    const inLastTurns = (settings: EngineSettings) => SEEDS.map((seed) => firstAnswer(seed, 40, settings, 37))
    expect(inLastTurns(ENGINE_SETTINGS)).toEqual(inLastTurns(LEVER_SETTINGS))
    expect(inLastTurns(ENGINE_SETTINGS)).not.toEqual(inLastTurns(CURVE))
  })
})
