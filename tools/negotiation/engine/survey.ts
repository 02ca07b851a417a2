/**
 * Everything a turn is decided on, worked out once from the record of offers.
 *
 * @module
 */
import { type Evidence, type Spread, weigh } from './beliefs.ts'
import { type Bid, codeOf, sumOf } from './domain.ts'
import type { Frontier } from './frontier.ts'
import { modelOf, type OpponentModel } from './opponent-model.ts'
import { type Curve, curveFor } from './settings.ts'
import type { Talk } from './talk.ts'

/** An offer with the round it was made in and what it is worth to us. */
export interface Made {
  readonly step: number
  readonly bid: Bid
  readonly utility: number
  /** The bid's number. */
  readonly code: number
  /** Whether that side had not made it before. */
  readonly fresh: boolean
  /** How many different offers that side had made with it. */
  readonly distinct: number
}

/** An offer with what it adds to those that side made before. */
export function madeAfter(
  { space }: Pick<Talk, 'space'>,
  before: readonly Made[],
  offer: Pick<Made, 'step' | 'bid' | 'utility'>,
): Made {
  const code = codeOf(space.sizes, offer.bid)
  const fresh = !before.some((earlier) => earlier.code === code)
  return { ...offer, code, fresh, distinct: (before.at(-1)?.distinct ?? 0) + (fresh ? 1 : 0) }
}

export interface Survey {
  readonly talk: Talk
  readonly step: number
  readonly opens: boolean
  /** Turns of ours to come in which an offer can still be taken, this one included. */
  readonly offersLeft: number
  /** This is our last turn. */
  readonly lastTurn: boolean
  /** From here on the reserved value may show. */
  readonly endgame: boolean
  readonly curve: Curve
  /** Utility of walking away by the mandate: nothing below it ever leaves. */
  readonly mandate: number
  /** The same, raised by what verifiably stands elsewhere: nothing below it is taken. */
  readonly reserved: number
  readonly received: readonly Made[]
  readonly sent: readonly Made[]
  /** The best they ever offered. */
  readonly bestReceived: Made | null
  readonly model: OpponentModel
  readonly frontier: Frontier
  /** Our utility at the modelled Nash point; rests on public points alone. */
  readonly nash: number
  /** What no deal counts as while the reserved value must not show. */
  readonly publicFloor: number
  /** Modelled utility to them of agreements drawn at random. */
  readonly atRandom: Spread
  /** Weights of the types of the beliefs. */
  weights(): Float64Array
}

export function survey(given: {
  readonly talk: Talk
  readonly step: number
  readonly opens: boolean
  readonly received: readonly Made[]
  readonly sent: readonly Made[]
}): Survey {
  const { talk, step, opens, received } = given
  const turnsLeft = talk.nSteps - step
  const curve = curveFor(talk.nSteps)
  const endgame = turnsLeft <= curve.lastTurns + (opens ? 0 : 1)
  const model = modelOf(
    talk.prior,
    received.map(({ bid }) => bid),
    talk.settings.model,
  )
  const frontier = talk.space.frontier(model.tables)
  const nash = nashOf(frontier, referenceOf(talk, model))
  const least = frontier.ours[frontier.length - 1] ?? 0
  const atRandom = spreadAtRandom(model)
  return {
    atRandom,
    ...given,
    offersLeft: opens ? turnsLeft : turnsLeft - 1,
    lastTurn: turnsLeft <= 1,
    endgame,
    curve,
    mandate: talk.mandate,
    reserved: Math.max(talk.mandate, talk.standing),
    bestReceived: received.reduce<Made | null>((best, x) => (x.utility > (best?.utility ?? -1e9) ? x : best), null),
    model,
    frontier,
    nash,
    publicFloor: least + PUBLIC_FLOOR * (nash - least),
    // Worked out only where the plan asks for it.
    weights: () => weigh({ ...evidence(given, model), atRandom }, endgame ? talk.mandate : null),
  }
}

/** Where no deal is put between their best and the Nash point, as long as the real reserve must not show. */
const PUBLIC_FLOOR = 0.4

/** Time as they live it when they answer in a round. */
export function timeAt(step: number, nSteps: number): number {
  return (step + 1) / (nSteps + 1)
}

function evidence(
  { talk, step, opens, received, sent }: Pick<Survey, 'talk' | 'step' | 'opens' | 'received' | 'sent'>,
  model: OpponentModel,
): Omit<Evidence, 'atRandom'> {
  const { nSteps } = talk
  return {
    offers: received.map(({ step: at, bid }) => ({
      // What lies before us in our round was said in the round before when we open.
      time: timeAt(opens ? at - 1 : at, nSteps),
      theirs: sumOf(model.tables, bid),
    })),
    refused: sent
      .filter((made) => made.step < step)
      .map((made) => ({
        time: timeAt(opens ? made.step : made.step + 1, nSteps),
        theirs: sumOf(model.tables, made.bid),
      })),
  }
}

/** Mean and deviation of the sum of one value per issue, each as likely as the others. */
function spreadAtRandom({ tables }: OpponentModel): Spread {
  let mean = 0
  let variance = 0
  for (const table of tables) {
    const centre = table.reduce((sum, value) => sum + value, 0) / Math.max(1, table.length)
    mean += centre
    variance += table.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, table.length)
  }
  return { mean, deviation: Math.max(0.05, Math.sqrt(variance)) }
}

interface Point {
  readonly ours: number
  readonly theirs: number
}

/** The public point both sides are measured from: the reference, or nothing at all. */
function referenceOf({ space, reference }: Talk, model: OpponentModel): Point {
  const ours = reference === null ? null : space.utilityOf(reference)
  return reference === null || ours === null ? { ours: 0, theirs: 0 } : { ours, theirs: sumOf(model.tables, reference) }
}

function nashOf(frontier: Frontier, from: Point): number {
  let best = frontier.ours[0] ?? 0
  let most = Number.NEGATIVE_INFINITY
  for (let place = 0; place < frontier.length; place += 1) {
    const ours = (frontier.ours[place] ?? 0) - from.ours
    const theirs = (frontier.theirs[place] ?? 0) - from.theirs
    if (ours >= 0 && theirs >= 0 && ours * theirs > most) {
      most = ours * theirs
      best = frontier.ours[place] ?? 0
    }
  }
  return best
}
