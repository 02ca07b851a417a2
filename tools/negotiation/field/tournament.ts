/**
 * A round robin: everybody against everybody, on both sides of each scenario.
 *
 * @module
 */

import { InvalidInput } from '../../shared/errors.ts'
import { type BidIndex, indexBids } from '../engine/bid-index.ts'
import { sizesOf, tablesOf } from '../engine/domain.ts'
import { seedOf } from './chance.ts'
import type { Party, Seat, Strategy } from './party.ts'
import { play } from './play.ts'
import type { Scenario } from './scenario.ts'
import { type Referee, refereeOf, type Score, scoreOf } from './score.ts'

export interface TournamentPlan {
  readonly scenarios: readonly Scenario[]
  readonly strategies: readonly Strategy[]
  readonly nSteps: number
  /** Each seed is another play of each pairing; in odd ones the second side opens. */
  readonly seeds: number
  /** Names of strategies that meet everybody; the others meet only these. Everybody meets everybody when absent. */
  readonly centre?: readonly string[]
  /** Play everybody against itself as well. */
  readonly selfPlay?: boolean
}

/** One side of one negotiation. */
export interface Line extends Score {
  readonly scenario: string
  readonly strategy: string
  readonly opponent: string
  readonly side: 0 | 1
  readonly seed: number
  /** Round of the agreement, or of the end. */
  readonly step: number
  readonly turns: number
  /** Whether any agreement is worth more than walking away to both sides. */
  readonly zone: boolean
}

interface Board {
  readonly scenario: Scenario
  readonly referee: Referee
  readonly indexes: readonly [BidIndex, BidIndex]
}

/** @param done called after each negotiation */
export async function runTournament(plan: TournamentPlan, done: () => void = () => {}): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const scenario of plan.scenarios) {
    const board = boardOf(scenario)
    for (const [first, second] of pairsOf(plan)) {
      for (let seed = 0; seed < plan.seeds; seed += 1) {
        lines.push(...(await playPair(board, [first, second], plan.nSteps, seed)))
        done()
      }
    }
  }
  return lines
}

export function negotiationsIn(plan: TournamentPlan): number {
  return plan.scenarios.length * pairsOf(plan).length * plan.seeds
}

function pairsOf({ strategies, centre, selfPlay }: TournamentPlan): readonly (readonly [Strategy, Strategy])[] {
  return strategies.flatMap((a) =>
    strategies
      .filter((b) => (a.name === b.name ? selfPlay === true : true))
      .filter((b) => centre === undefined || centre.includes(a.name) || centre.includes(b.name))
      .map((b) => [a, b] as const),
  )
}

function boardOf(scenario: Scenario): Board {
  const [one, two] = scenario.profiles
  const tables = [tablesOf(scenario.issues, one), tablesOf(scenario.issues, two)] as const
  const indexes = [indexBids(tables[0]), indexBids(tables[1])] as const
  if (indexes[0] === null || indexes[1] === null) {
    throw new InvalidInput([{ path: scenario.name, reason: 'has more outcomes than the field can list' }])
  }
  return { scenario, referee: refereeOf(tables, [one.reserved, two.reserved]), indexes: [indexes[0], indexes[1]] }
}

async function playPair(
  { scenario, referee, indexes }: Board,
  strategies: readonly [Strategy, Strategy],
  nSteps: number,
  seed: number,
): Promise<readonly Line[]> {
  const sit = (side: 0 | 1): Party => {
    const profile = scenario.profiles[side]
    const seat: Seat = {
      issues: scenario.issues,
      preferences: profile,
      tables: referee.tables[side],
      reserved: profile.reserved,
      nSteps,
      index: indexes[side],
      seed: seedOf(scenario.name, strategies[0].name, strategies[1].name, side, seed),
    }
    return strategies[side].sit(seat)
  }
  const played = await play([sit(0), sit(1)], sizesOf(referee.tables[0]), nSteps, seed % 2 === 0 ? 0 : 1)
  return ([0, 1] as const).map((side) => ({
    scenario: scenario.name,
    strategy: strategies[side].name,
    opponent: strategies[side === 0 ? 1 : 0].name,
    side,
    seed,
    step: played.step,
    turns: played.turns[side],
    zone: referee.nashProduct > 0,
    ...scoreOf(referee, side, played.agreement),
  }))
}
