import { describe, expect, it } from 'vitest'
import { indexBids } from '../../../../tools/negotiation/engine/bid-index.ts'
import { sumOf, tablesOf } from '../../../../tools/negotiation/engine/domain.ts'
import { createNegotiator } from '../../../../tools/negotiation/engine/negotiator.ts'
import { playCoupled } from '../../../../tools/negotiation/field/coupled.ts'
import { coupledPlays } from '../../../../tools/negotiation/field/coupled-plays.ts'
import { generateScenario } from '../../../../tools/negotiation/field/generate-scenario.ts'
import { fieldStrategy } from '../../../../tools/negotiation/field/strategies.ts'

const NAMES = ['boulware', 'linear', 'modelling-boulware', 'anchoring', 'bluffing']

/** Three counterparties over the issues of one customer, each with preferences of its own. */
function counterparties(seed: number) {
  const scenario = generateScenario(seed)
  const same = Array.from({ length: 400 }, (_, i) => generateScenario(seed + 1 + i)).filter(
    ({ name }) => name.split('-').slice(0, -1).join('-') === scenario.name.split('-').slice(0, -1).join('-'),
  )
  const sit = () =>
    same.slice(0, 3).map(({ issues, profiles }, i) => {
      const tables = tablesOf(issues, profiles[1])
      const index = indexBids(tables)
      if (index === null) throw new Error('generated scenarios are small')
      const { reserved } = profiles[1]
      const strategy = fieldStrategy(NAMES[(seed + i) % NAMES.length] ?? 'boulware')
      return strategy.sit({ issues, preferences: profiles[1], tables, reserved, nSteps: 10, index, seed: i })
    })
  return { scenario, sit }
}

describe('one customer and three counterparties', () => {
  it('gains from telling each talk what verifiably stands in the others', () => {
    let coupled = 0
    let independent = 0
    for (let seed = 0; seed < 40; seed += 1) {
      const { scenario, sit } = counterparties(seed)
      const { reserved } = scenario.profiles[0]
      const play = (talks: 'coupled' | 'independent') =>
        (playCoupled({ scenario, counterparties: sit(), nSteps: 10, talks }) - reserved) / (1 - reserved)
      coupled += play('coupled')
      independent += play('independent')
    }
    expect(coupled).toBeGreaterThan(independent)
  })

  it('takes nothing worth less than what stands elsewhere, and falls back when that lapses', () => {
    const { scenario } = counterparties(3)
    const [customer] = scenario.profiles
    const tables = tablesOf(scenario.issues, customer)
    const index = indexBids(tables)
    const middle = index?.at(index.countAtLeast(customer.reserved + 0.15) - 1) ?? []
    const lastAnswer = (standing: number | null) => {
      const negotiator = createNegotiator({ issues: scenario.issues, ...customer, nSteps: 4 })
      for (let step = 0; step < 3; step += 1) negotiator.turn(step, middle)
      negotiator.standsElsewhere(0.99)
      negotiator.standsElsewhere(standing)
      return negotiator.turn(3, middle).a
    }
    expect(sumOf(tables, middle)).toBeGreaterThan(customer.reserved)
    expect(lastAnswer(null)).toBe('accept')
    expect(lastAnswer(sumOf(tables, middle) + 0.05)).not.toBe('accept')
  })

  it('plays only families of three and more, and every play alike when it is played again', () => {
    const scenarios = Array.from({ length: 8 }, (_, seed) => generateScenario(seed))
    const families = Map.groupBy(scenarios, ({ issues }) => issues.map(({ name }) => name).join())
    const played = [...families.values()].filter((family) => family.length >= 3).flat().length
    const plays = coupledPlays(scenarios, 4, 2)
    expect(plays).toHaveLength(2 * played)
    expect(played).toBeGreaterThan(0)
    expect(played).toBeLessThan(scenarios.length)
    expect(coupledPlays(scenarios, 4, 2)).toEqual(plays)
  })
})
