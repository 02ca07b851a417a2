/**
 * What stays the same in one negotiation.
 *
 * @module
 */
import type { Bid } from './domain.ts'
import type { Prior } from './opponent-prior.ts'
import type { OutcomeSpace } from './outcome-space.ts'
import type { EngineSettings } from './settings.ts'

export interface Talk {
  readonly space: OutcomeSpace
  readonly prior: Prior
  /** Utility of walking away by the mandate alone. */
  readonly mandate: number
  /** Utility of the best that verifiably stands elsewhere; the mandate's where nothing does. */
  readonly standing: number
  readonly nSteps: number
  /** A bid that both sides know of. */
  readonly reference: Bid | null
  readonly settings: EngineSettings
}
