/**
 * One customer and several counterparties at once, with and without telling each talk what stands in the others.
 *
 * @module
 */
import { type Bid, sumOf, tablesOf } from '../engine/domain.ts'
import { createNegotiator } from '../engine/negotiator.ts'
import type { Party } from './party.ts'
import type { Scenario } from './scenario.ts'

export interface CoupledPlan {
  /** The customer's side: issues and the first profile. */
  readonly scenario: Scenario
  /** Counterparties over the same issues. */
  readonly counterparties: readonly Party[]
  readonly nSteps: number
  readonly talks: 'coupled' | 'independent'
}

/**
 * The customer's utility of the best held offer, or of walking away. Each agreement is a held offer, not yet taken: the
 * other talks go on, and in coupled ones its utility is their reserve.
 */
export function playCoupled({ scenario, counterparties, nSteps, talks }: CoupledPlan): number {
  const { issues, profiles } = scenario
  const [customer] = profiles
  const tables = tablesOf(issues, customer)
  const open = counterparties.map((party) => ({
    party,
    negotiator: createNegotiator({ issues, ...customer, nSteps }),
    onTable: null as Bid | null,
    over: false,
  }))
  let best: number | null = null
  for (let step = 0; step < nSteps; step += 1) {
    for (const talk of open) {
      if (talk.over) continue
      if (talks === 'coupled') talk.negotiator.standsElsewhere(best)
      for (const side of [talk.negotiator, talk.party]) {
        const move = side.turn(step, talk.onTable)
        if (move instanceof Promise) throw new TypeError('coupled talks are played by sides that answer at once')
        if (move.a === 'offer') {
          talk.onTable = move.bid
          continue
        }
        talk.over = true
        if (move.a === 'accept' && talk.onTable !== null) best = Math.max(best ?? 0, sumOf(tables, talk.onTable))
        break
      }
    }
  }
  return best ?? customer.reserved
}
