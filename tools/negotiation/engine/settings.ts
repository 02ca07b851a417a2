/**
 * The engine's dials, each with what it is worth in docs/negotiation.md.
 *
 * @module
 */
import { MODEL_SETTINGS, type ModelSettings } from './opponent-model.ts'

export interface EngineSettings {
  readonly model: ModelSettings
  /** Plan by beliefs about acceptance, or follow a curve of time alone. */
  readonly plan: 'beliefs' | 'curve'
  /** In planning, how far their type is taken to be known from the next turn on: 0 not at all, 1 fully. */
  readonly known: number
  /** How much of the way from the plan's offer to the curve's is gone, from 0 to 1. */
  readonly towardsCurve: { readonly before: number; readonly lastOffer: number }
  /** Keep the reserved value out of everything before the last turns. */
  readonly concealment: 'on' | 'off'
  /** Concede a new step only as the other side makes new offers. */
  readonly reciprocity: 'on' | 'off'
  /** Take what the forecast says will not be bettered. */
  readonly forecast: 'on' | 'off'
}

export const ENGINE_SETTINGS: EngineSettings = {
  model: MODEL_SETTINGS,
  plan: 'beliefs',
  known: 0.5,
  towardsCurve: { before: 0.8, lastOffer: 0.2 },
  concealment: 'on',
  reciprocity: 'on',
  forecast: 'on',
}

/** Where a single lever is bargained over, what we give is what they get: the plan sees clearly, and no curve bends it. */
export const LEVER_SETTINGS: EngineSettings = { ...ENGINE_SETTINGS, towardsCurve: { before: 0, lastOffer: 0 } }

/** Shape of the curve by the number of turns expected (negotiation reference 3.4). */
export interface Curve {
  /** Lateness: small concedes late. */
  readonly lateness: number
  /** Share of the way from the floor to the Nash target that is kept before the last turns. */
  readonly hold: number
  /** How many last turns may go below. */
  readonly lastTurns: number
  readonly holdAtEnd: number
}

export function curveFor(turns: number): Curve {
  const many = Math.max(0, Math.min(1, (turns - 10) / 90))
  return {
    lateness: 0.6 - 0.55 * many,
    hold: 0.7 + 0.3 * many,
    lastTurns: turns >= 50 ? 2 : 1,
    holdAtEnd: 0.2 + 0.5 * many,
  }
}
