/**
 * `de-default-interest.json`: the statutory rate on a day, and interest over a period.
 *
 * @module
 */
import { z } from 'zod'
import { defaultInterest, defaultRate } from '../../../tools/disputes/default-interest.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

const rateInputs = z.strictObject({ date: day, consumer: z.boolean() })
const periodInputs = z.strictObject({
  principal: euros,
  interestFrom: day,
  interestToInclusive: day,
  consumer: z.boolean(),
  dayCount: z.enum(['ACT/365', 'ACT/ACT']).default('ACT/365'),
})

export const deDefaultInterest: CaseAdapter = caseAdapter({
  inputs: z.union([rateInputs, periodInputs]),
  run: (inputs) => {
    const parties = inputs.consumer ? 'consumer' : 'business'
    if ('date' in inputs) return { ratePercent: defaultRate(inputs.date, parties).toString() }
    const { principal, interestFrom, interestToInclusive, dayCount } = inputs
    const { total, segments } = defaultInterest({
      principal,
      from: interestFrom,
      toInclusive: interestToInclusive,
      parties,
      dayCount,
    })
    return {
      total: toDecimalString(total),
      segments: segments.map(({ from, to, days, ratePercent, yearDays, interest }) => ({
        from,
        to,
        days,
        rate: ratePercent.toString(),
        yearDays,
        interest: interest.toFixed(6),
      })),
    }
  },
})
