/**
 * A wanted fact as it is stored with the message that asked for it.
 *
 * @module
 */
import { z } from 'zod'
import { ASKABLE, HALVES } from './told-fact.ts'

export const wantedFactSchema = z.object({
  code: z.enum(ASKABLE),
  feeId: z.string().nullable(),
  half: z.enum(HALVES).optional(),
})
