/**
 * Vectors of savings and of the tax on their interest.
 *
 * @module
 */
import { z } from 'zod'
import { savings } from '../../../tools/credit/savings.ts'
import { savingsTax } from '../../../tools/credit/savings-tax.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { caseAdapter } from './adapter.ts'
import { euros, rate } from './fields.ts'

const growth = z.strictObject({
  principal: euros,
  ratePercent: rate,
  creditsPerYear: z.number(),
  months: z.number(),
  monthlyDeposit: euros.optional(),
})
const taxed = z.strictObject({ grossInterest: euros, allowance: euros, churchTaxPercent: rate.default('0') })

export const savingsVectors = caseAdapter({
  inputs: z.union([growth, taxed]),
  run(inputs) {
    if ('grossInterest' in inputs) {
      const { tax, net } = savingsTax(inputs)
      return { tax: toDecimalString(tax), net: toDecimalString(net) }
    }
    const { ratePercent: nominalRatePercent, monthlyDeposit, ...plan } = inputs
    const deposit = monthlyDeposit === undefined ? {} : { monthlyDeposit }
    return { finalBalance: toDecimalString(savings({ ...plan, nominalRatePercent, ...deposit }).finalBalance) }
  },
})
