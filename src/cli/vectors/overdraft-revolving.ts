/**
 * Vectors of overdrafts (effective rate, interest of days) and of revolving credit at the minimum payment.
 *
 * @module
 */
import { z } from 'zod'
import { dayInterest, overdraftEffectiveRate } from '../../../tools/credit/overdraft.ts'
import { minimumPayoff } from '../../../tools/credit/revolving.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { caseAdapter } from './adapter.ts'
import { euros, rate } from './fields.ts'

const effective = z.strictObject({ nominalPercent: rate, settlementsPerYear: z.number() })
const ofDays = z.strictObject({
  balance: euros,
  nominalPercent: rate,
  days: z.number(),
  dayCount: z.literal('ACT/365'),
})
const revolving = z.strictObject({
  balance: euros,
  nominalPercent: rate,
  minPercent: rate,
  minAmount: euros,
  mode: z.enum(['balance_incl_interest', 'principal_plus_interest']),
  rounding: z.literal('interest and min payment HALF_UP 0.01'),
})

export const overdraftRevolving = caseAdapter({
  inputs: z.union([effective, ofDays, revolving]),
  run(inputs) {
    const { nominalPercent: nominalRatePercent } = inputs
    if ('settlementsPerYear' in inputs) {
      const { exact, rounded } = overdraftEffectiveRate({ ...inputs, nominalRatePercent })
      return { effectivePercentExact: exact, rounded2: rounded.toNumber() }
    }
    if ('days' in inputs) return { interest: toDecimalString(dayInterest({ ...inputs, nominalRatePercent })) }
    const payoff = minimumPayoff({ ...inputs, nominalRatePercent })
    if (payoff.kind === 'never') return { months: null, totalInterest: null, totalPaid: null }
    return {
      months: payoff.months,
      totalInterest: toDecimalString(payoff.totalInterest),
      totalPaid: toDecimalString(payoff.totalPaid),
    }
  },
})
