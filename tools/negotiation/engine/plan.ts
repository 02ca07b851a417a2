/**
 * The offer that is worth most under the beliefs, by dynamic programming over the turns to come.
 *
 * Per type the best course is computed backwards: at each turn the offer that is worth most against taking their
 * forecast offer or going on. This turn's offer is then chosen against the mixture of types. That counts on knowing
 * the type from the next turn on (QMDP; Littman, Cassandra and Kaelbling 1995): measured better than a fixed
 * sequence (MIA-RVelous; Baarslag et al. 2015), because their offers do tell the type.
 *
 * @module
 */
import { accepts, TYPES, wanted } from './beliefs.ts'

export interface Stage {
  /** Time from 0 to 1 at which they answer our offer. */
  readonly answered: number
  /** Whether they know that nothing can follow. */
  readonly last: boolean
}

export interface PlanRequest {
  readonly weights: Float64Array
  /** Offers to choose from, ours falling. */
  readonly ours: Float64Array
  readonly theirs: Float64Array
  /** Our turns to come, this one first, in which an offer can still be taken. */
  readonly stages: readonly Stage[]
  /** What a type's offer before our stage would be worth to us; one stage more when they speak last. */
  readonly forecast: (type: number, stage: number) => number
  /** Whether a last offer of theirs can be taken after all stages. */
  readonly theySpeakLast: boolean
  /** What no deal is worth. */
  readonly noDeal: number
}

export interface Plan {
  /** Place of the offer to make now. */
  readonly offer: number
  /** Expected utility of making it and going on. */
  readonly value: number
}

export function plan(request: PlanRequest): Plan {
  const { weights, ours, theirs, stages } = request
  const now = stages[0]
  const ahead = TYPES.map((_, type) => (weights[type] === 0 ? 0 : worthAhead(request, type)))
  let offer = 0
  let value = Number.NEGATIVE_INFINITY
  for (let b = 0; b < ours.length; b += 1) {
    let worth = 0
    for (let k = 0; k < TYPES.length; k += 1) {
      const weight = weights[k] ?? 0
      if (weight === 0) continue
      const after = ahead[k] ?? 0
      worth += weight * (after + accepts(theirs[b] ?? 0, levelOf(k, now)) * ((ours[b] ?? 0) - after))
    }
    if (worth > value + 1e-12) {
      value = worth
      offer = b
    }
  }
  return { offer, value }
}

/** What the turns after this one are worth against one type. */
function worthAhead({ ours, theirs, stages, forecast, theySpeakLast, noDeal }: PlanRequest, type: number): number {
  let worth = theySpeakLast ? Math.max(noDeal, forecast(type, stages.length)) : noDeal
  for (let j = stages.length - 1; j >= 1; j -= 1) {
    const level = levelOf(type, stages[j])
    let most = worth
    for (let b = 0; b < ours.length; b += 1) {
      const gain = (ours[b] ?? 0) - worth
      // Ours falls: what follows cannot gain either.
      if (gain <= 0) break
      const total = worth + accepts(theirs[b] ?? 0, level) * gain
      if (total > most) most = total
    }
    worth = Math.max(most, forecast(type, j))
  }
  return worth
}

function levelOf(type: number, stage: Stage | undefined): number {
  const kind = TYPES[type]
  if (kind === undefined || stage === undefined) return 1
  return stage.last && kind.lastWord === 'takes-anything' ? kind.floor : wanted(kind, stage.answered)
}
