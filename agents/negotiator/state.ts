/**
 * What a negotiation's thread remembers: ids and the next step. All that decides is read from the ledger.
 *
 * @module
 */
import { z } from 'zod'
import type { TheirMove } from '../../tools/negotiation/counterparty.ts'

export const negotiatorState = z.object({
  negotiationId: z.string(),
  /** What comes next; `ended`, `waiting` (for them) and `resting` (while other talks speak) end the run. */
  step: z.enum(['decide', 'send', 'record', 'ended', 'waiting', 'resting']).default('decide'),
  /** The round our stored move was made in. */
  round: z.number().default(0),
  /** Whether our stored move may have been sent before, by a run that never heard the answer. */
  sent: z.enum(['never', 'perhaps']).default('never'),
  /** Their answer on its way into the ledger; null in every checkpoint at rest. */
  answer: z.custom<TheirMove>().nullable().default(null),
})

export type NegotiatorState = z.output<typeof negotiatorState>
