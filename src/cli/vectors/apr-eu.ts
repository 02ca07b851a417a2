/**
 * Vectors of the EU's APR: streams of flows in, one unrounded rate and its roundings out.
 *
 * @module
 */
import { z } from 'zod'
import { aprEu } from '../../../tools/credit/apr-eu.ts'
import { roundRate } from '../../../tools/credit/apr-result.ts'
import type { Flow } from '../../../tools/credit/flows.ts'
import { inYears } from '../../../tools/credit/interval.ts'
import { caseAdapter } from './adapter.ts'
import { euros } from './fields.ts'

const count = z.number().optional()
const time = z.strictObject({ y: count, m: count, w: count, d: count, yd: count })
type Time = z.output<typeof time>

const flow = z
  .strictObject({
    dir: z.enum(['advance', 'payment']),
    t: time.optional(),
    amount: euros.optional(),
    count: z.int().positive().optional(),
    amounts: z.array(euros).min(1).optional(),
    from: time.optional(),
    every: time.optional(),
  })
  .transform(({ dir, t, amount, count: times = 1, amounts, from = t ?? {}, every = {} }): Flow[] => {
    const all = amounts ?? Array.from({ length: times }, () => amount)
    return all.flatMap((one, k) => (one === undefined ? [] : [{ dir, amount: one, t: years(from, every, k) }]))
  })
  .refine((flows) => flows.length > 0, 'a flow needs an amount')

export const aprEuVectors = caseAdapter({
  inputs: z.strictObject({ method: z.enum(['EU', 'UK']), flows: z.array(flow) }),
  run({ flows, method }) {
    const { exact } = aprEu(flows.flat(), method)
    if (exact === null) return { aprPercentExact: null, aprPercentOfficial: null, rounded1: null, rounded2: null }
    return {
      aprPercentExact: exact,
      aprPercentOfficial: exact,
      rounded1: roundRate(exact, 'EU').toNumber(),
      rounded2: roundRate(exact, 'DE').toNumber(),
    }
  },
})

function years(from: Time, every: Time, k: number): number {
  const sum = (unit: 'y' | 'm' | 'w' | 'd') => (from[unit] ?? 0) + k * (every[unit] ?? 0)
  const yearDays = from.yd ?? every.yd ?? 365
  return inYears({ years: sum('y'), months: sum('m'), weeks: sum('w'), days: sum('d'), yearDays })
}
