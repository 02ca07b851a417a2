/**
 * Vectors of the EU's day count.
 *
 * @module
 */
import { z } from 'zod'
import { interval } from '../../../tools/credit/interval.ts'
import { caseAdapter } from './adapter.ts'
import { day } from './fields.ts'

export const aprEuIntervalVectors = caseAdapter({
  inputs: z.strictObject({ firstDrawdown: day, flowDate: day, unit: z.enum(['month', 'week', 'year']) }),
  run: (inputs) => ({ ...interval(inputs) }),
})
