import { describe, expect, it } from 'vitest'
import { indexBids } from '../../../../tools/negotiation/engine/bid-index.ts'
import { tablesOf } from '../../../../tools/negotiation/engine/domain.ts'
import { chance } from '../../../../tools/negotiation/field/chance.ts'
import { engineSide } from '../../../../tools/negotiation/field/engine-side.ts'
import { generateContest } from '../../../../tools/negotiation/field/generate-contest.ts'
import type { Seat, Strategy } from '../../../../tools/negotiation/field/party.ts'
import { play } from '../../../../tools/negotiation/field/play.ts'
import { fieldStrategy } from '../../../../tools/negotiation/field/strategies.ts'

const ROUNDS = 10
const RIVALS = ['hard-headed', 'boulware', 'micro'].map(fieldStrategy)

interface Sample {
  readonly reserved: number
  /** Our offers before the last turns, in our utility. */
  readonly offers: readonly number[]
}

async function sampleOf(seed: number, ours: Strategy): Promise<Sample> {
  const scenario = generateContest(seed)
  const reserved = 0.3 * chance(seed)()
  const sit = (side: 0 | 1, strategy: Strategy) => {
    const profile = scenario.profiles[side]
    const tables = tablesOf(scenario.issues, profile)
    const index = indexBids(tables)
    if (index === null) throw new Error('too many outcomes')
    const own = { preferences: profile, tables, reserved: side === 0 ? reserved : profile.reserved, index }
    const seat: Seat = { issues: scenario.issues, ...own, nSteps: ROUNDS, seed }
    return { tables, party: strategy.sit(seat) }
  }
  const we = sit(0, ours)
  const they = sit(1, RIVALS[seed % RIVALS.length] ?? fieldStrategy('boulware'))
  const { offers } = await play(
    [we.party, they.party],
    we.tables.map(({ length }) => length),
    ROUNDS,
    0,
  )
  const own = offers.filter(({ side, step }) => side === 0 && step < ROUNDS - 1)
  return {
    reserved,
    offers: own.map(({ bid }) => bid.reduce((sum, value, i) => sum + (we.tables[i]?.[value] ?? 0), 0)),
  }
}

/** The reserve of the course of concession that runs closest to the offers. */
function fitted({ offers }: Sample): number {
  let closest = Number.POSITIVE_INFINITY
  let reserve = 0
  for (let floor = 0; floor <= 1; floor += 0.05) {
    for (const exponent of [0.5, 1, 2, 4, 8, 16]) {
      const away = offers.reduce((sum, utility, step) => {
        const wanted = 1 - (1 - floor) * ((step + 1) / (ROUNDS + 1)) ** exponent
        return sum + (utility - wanted) ** 2
      }, 0)
      if (away < closest) {
        closest = away
        reserve = floor
      }
    }
  }
  return reserve
}

/** What the reserves of half of the samples teach of the others: share of their variance explained out of sample. */
function explained(samples: readonly Sample[], clue: (sample: Sample) => number): number {
  const train = samples.filter((_, i) => i % 2 === 0)
  const test = samples.filter((_, i) => i % 2 === 1)
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
  const clues = train.map(clue)
  const [x, y] = [mean(clues), mean(train.map(({ reserved }) => reserved))]
  const slope =
    train.reduce((sum, sample, i) => sum + ((clues[i] ?? 0) - x) * (sample.reserved - y), 0) /
    Math.max(
      1e-9,
      clues.reduce((sum, value) => sum + (value - x) ** 2, 0),
    )
  const error = mean(test.map((sample) => (sample.reserved - (y + slope * (clue(sample) - x))) ** 2))
  return 1 - error / mean(test.map(({ reserved }) => (reserved - y) ** 2))
}

const CLUES: Readonly<Record<string, (sample: Sample) => number>> = {
  'a fit of curves': fitted,
  'the least offer': ({ offers }) => offers.at(-1) ?? 1,
  'the last concession': ({ offers }) => (offers.at(-2) ?? 1) - (offers.at(-1) ?? 1),
}

const samplesOf = (ours: Strategy): Promise<readonly Sample[]> =>
  Promise.all(Array.from({ length: 160 }, (_, i) => sampleOf(90_000 + i, ours)))

describe('what our offers before the last turn tell of the reserve', () => {
  it('is no more than was known before, by three ways of fitting, while it lies below them', async () => {
    const samples = (await samplesOf(engineSide())).filter(({ reserved, offers }) => (offers.at(-1) ?? 1) > reserved)
    expect(samples.length).toBeGreaterThan(150)
    for (const [name, clue] of Object.entries(CLUES))
      expect([name, explained(samples, clue) < 0.1]).toEqual([name, true])
  })

  it('is far more of a side that conceals nothing: the fits bite', async () => {
    const samples = await samplesOf(fieldStrategy('boulware'))
    expect(explained(samples, fitted)).toBeGreaterThan(0.25)
  })
})
