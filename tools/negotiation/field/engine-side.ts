/**
 * The engine as a side of the field.
 *
 * @module
 */
import { createNegotiator } from '../engine/negotiator.ts'
import { ENGINE_SETTINGS, type EngineSettings } from '../engine/settings.ts'
import type { Strategy } from './party.ts'

export function engineSide(name = 'parley', settings: EngineSettings = ENGINE_SETTINGS): Strategy {
  return {
    name,
    sit: ({ issues, preferences, reserved, nSteps }) =>
      createNegotiator({ issues, ...preferences, reserved, nSteps }, settings),
  }
}
