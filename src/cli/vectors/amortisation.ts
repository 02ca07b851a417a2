/**
 * Vectors of annuities, balances, special loans and schedules to the cent.
 *
 * @module
 */
import { z } from 'zod'
import { annuity, balanceAfter } from '../../../tools/credit/annuity.ts'
import { loanSchedule } from '../../../tools/credit/schedule.ts'
import { deferredLoan, monthlyInterest, rateChange } from '../../../tools/credit/special-loans.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { caseAdapter, type Outputs } from './adapter.ts'
import { euros, rate } from './fields.ts'

const loan = { principal: euros, months: z.number(), nominalRatePercent: rate }

const schedule = z
  .strictObject({ ...loan, rounding: z.literal('interest and instalment HALF_UP 0.01') })
  .transform(({ rounding: _, ...terms }): Outputs => {
    const { instalment, lastInstalment, totalInterest, rows } = loanSchedule(terms)
    const half = rows[Math.floor(terms.months / 2) - 1]?.balance ?? terms.principal
    return {
      instalment: toDecimalString(instalment),
      lastInstalment: toDecimalString(lastInstalment),
      totalInterest: toDecimalString(totalInterest),
      balanceAfterHalf: toDecimalString(half),
    }
  })

const balance = z
  .strictObject({ ...loan, afterPayment: z.number(), instalment: z.literal('unrounded') })
  .transform(({ afterPayment, instalment: _, ...terms }): Outputs => {
    return { balance: toDecimalString(balanceAfter(terms, afterPayment)) }
  })

const plain = z.strictObject(loan).transform((terms): Outputs => {
  const { instalment, totalInterest } = annuity(terms)
  return { instalment: toDecimalString(instalment), totalInterest: toDecimalString(totalInterest) }
})

const deferred = z.strictObject({ ...loan, deferralMonths: z.number() }).transform((terms): Outputs => {
  const { balanceAtStart, instalment } = deferredLoan(terms)
  return { balanceAtStart: toDecimalString(balanceAtStart), instalment: toDecimalString(instalment) }
})

const twoRate = z
  .strictObject({
    principal: euros,
    months: z.number(),
    rate1Percent: rate,
    monthsAtRate1: z.number(),
    rate2Percent: rate,
  })
  .transform(({ rate1Percent, rate2Percent, ...terms }): Outputs => {
    const change = { ...terms, nominalRatePercent1: rate1Percent, nominalRatePercent2: rate2Percent }
    const { instalment1, instalment2 } = rateChange(change)
    return { instalment: toDecimalString(instalment1), instalment2: toDecimalString(instalment2) }
  })

const interestOnly = z
  .strictObject({ principal: euros, ratePercent: rate, rateKind: z.enum(['nominal', 'effective']) })
  .transform(({ principal, ratePercent, rateKind }): Outputs => {
    const yearly = rateKind === 'nominal' ? { nominalRatePercent: ratePercent } : { effectiveRatePercent: ratePercent }
    return { monthlyInterest: toDecimalString(monthlyInterest({ principal, ...yearly })) }
  })

export const amortisationVectors = caseAdapter({
  inputs: z.union([schedule, balance, deferred, twoRate, interestOnly, plain]),
  run: (outputs) => outputs,
})
