/**
 * The sequence of offers that is worth most under the beliefs, by dynamic programming.
 *
 * Per type the value of the turns to come is computed backwards and the probability of still talking forwards; each
 * turn's offer is then the best against both, a few sweeps over. With one type this is the exact optimum of
 * Baarslag et al. (2015), MIA-RVelous; with several it keeps what a refusal teaches, which that leaves out.
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
  /** What their offer before each of our turns would be worth to us; one more than stages when they speak last. */
  readonly forecast: (type: number, stage: number) => number
  /** Whether a last offer of theirs can be taken after all stages. */
  readonly theySpeakLast: boolean
  /** What no deal is worth. */
  readonly noDeal: number
}

export interface Plan {
  /** Place of the offer to make now, and of those planned after it. */
  readonly offers: readonly number[]
  /** Expected utility of making it and going on. */
  readonly value: number
}

const SWEEPS = 4

export function plan(request: PlanRequest): Plan {
  const { weights, ours, theirs, stages, forecast, theySpeakLast, noDeal } = request
  const kinds = TYPES.length
  const turns = stages.length
  const choices = ours.length
  const odds = stages.map(({ answered, last }) => {
    const table = new Float64Array(kinds * choices)
    for (let k = 0; k < kinds; k += 1) {
      const type = TYPES[k]
      if (type === undefined) continue
      const level = last && type.lastWord === 'takes-anything' ? type.floor : wanted(type, answered)
      for (let b = 0; b < choices; b += 1) table[k * choices + b] = accepts(theirs[b] ?? 0, level)
    }
    return table
  })
  const offers = Array.from({ length: turns }, (_, j) => Math.floor(((j + 1) * (choices - 1)) / (2 * turns)))
  const ahead: Float64Array[] = Array.from({ length: turns + 1 }, () => new Float64Array(kinds))
  const mass: Float64Array[] = Array.from({ length: turns + 1 }, () => new Float64Array(kinds))
  const backward = (): void => {
    for (let k = 0; k < kinds; k += 1) {
      put(ahead, turns, k, theySpeakLast ? Math.max(noDeal, forecast(k, turns)) : noDeal)
      for (let j = turns - 1; j >= 0; j -= 1) {
        const b = offers[j] ?? 0
        const p = odds[j]?.[k * choices + b] ?? 0
        const going = p * (ours[b] ?? 0) + (1 - p) * get(ahead, j + 1, k)
        put(ahead, j, k, j === 0 ? going : Math.max(going, forecast(k, j)))
      }
    }
  }
  backward()
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let changed = false
    for (let k = 0; k < kinds; k += 1) put(mass, 0, k, weights[k] ?? 0)
    for (let j = 0; j < turns; j += 1) {
      const chosen = bestOffer(request, odds[j] ?? new Float64Array(), mass[j], ahead[j + 1])
      changed ||= chosen !== offers[j]
      offers[j] = chosen
      for (let k = 0; k < kinds; k += 1) {
        put(mass, j + 1, k, get(mass, j, k) * (1 - (odds[j]?.[k * choices + chosen] ?? 0)))
      }
    }
    backward()
    if (!changed) break
  }
  let value = 0
  for (let k = 0; k < kinds; k += 1) value += (weights[k] ?? 0) * get(ahead, 0, k)
  return { offers, value }
}

function bestOffer(
  { ours }: PlanRequest,
  odds: Float64Array,
  mass: Float64Array | undefined,
  ahead: Float64Array | undefined,
): number {
  const choices = ours.length
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let b = 0; b < choices; b += 1) {
    let worth = 0
    for (let k = 0; k < TYPES.length; k += 1) {
      const p = odds[k * choices + b] ?? 0
      const after = ahead?.[k] ?? 0
      worth += (mass?.[k] ?? 0) * (after + p * ((ours[b] ?? 0) - after))
    }
    if (worth > most + 1e-12) {
      most = worth
      best = b
    }
  }
  return best
}

function get(rows: readonly Float64Array[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}

function put(rows: readonly Float64Array[], row: number, column: number, value: number): void {
  const cells = rows[row]
  if (cells !== undefined) cells[column] = value
}
