/**
 * What three counterparties at once are worth to a customer, against one, and against three that are not coupled.
 *
 * @module
 */
import { indexBids } from '../engine/bid-index.ts'
import { tablesOf } from '../engine/domain.ts'
import { seedOf } from './chance.ts'
import { playCoupled } from './coupled.ts'
import type { Party } from './party.ts'
import type { Scenario } from './scenario.ts'
import { fieldStrategy } from './strategies.ts'

/** Kinds of counterparty, dealt out in turn. */
const KINDS = ['boulware', 'linear', 'nice-tit-for-tat', 'hard-headed', 'stubborn', 'anchoring', 'bluffing']
const AT_ONCE = 3

/** Advantage of the customer in one play. */
export interface CoupledPlay {
  readonly one: number
  readonly independent: number
  readonly coupled: number
}

/**
 * Each scenario's customer meets the providers of the next three scenarios over the same issues; those of a smaller
 * family are left out.
 *
 * @param seeds plays of each scenario, with other kinds of counterparty
 */
export function coupledPlays(scenarios: readonly Scenario[], nSteps: number, seeds: number): readonly CoupledPlay[] {
  return scenarios.flatMap((scenario, number) => {
    const family = scenarios.filter(({ issues }) => JSON.stringify(issues) === JSON.stringify(scenario.issues))
    if (family.length < AT_ONCE) return []
    const from = family.indexOf(scenario) + 1
    return Array.from({ length: seeds }, (_, seed): CoupledPlay => {
      const sit = (count: number): readonly Party[] =>
        Array.from({ length: count }, (_, k) => {
          const kind = KINDS[(number * AT_ONCE + seed + k * (1 + seed)) % KINDS.length] ?? 'boulware'
          return sitDown(family[(from + k) % family.length] ?? scenario, kind, nSteps, seed)
        })
      const { reserved } = scenario.profiles[0]
      const advantage = (count: number, talks: 'coupled' | 'independent'): number =>
        (playCoupled({ scenario, counterparties: sit(count), nSteps, talks }) - reserved) / (1 - reserved)
      return {
        one: advantage(1, 'independent'),
        independent: advantage(AT_ONCE, 'independent'),
        coupled: advantage(AT_ONCE, 'coupled'),
      }
    })
  })
}

function sitDown({ name, issues, profiles }: Scenario, kind: string, nSteps: number, seed: number): Party {
  const [, preferences] = profiles
  const tables = tablesOf(issues, preferences)
  const index = indexBids(tables)
  if (index === null) throw new TypeError(`${name} has more outcomes than a counterparty can list`)
  const { reserved } = preferences
  return fieldStrategy(kind).sit({
    issues,
    preferences,
    tables,
    reserved,
    nSteps,
    index,
    seed: seedOf(name, kind, seed),
  })
}
