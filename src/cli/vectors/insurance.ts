/**
 * `insurance.json`: payouts, the condition of a waiver, and the expected cost of a year.
 *
 * @module
 */
import { z } from 'zod'
import { annualPremium } from '../../../tools/insurance/annual-premium.ts'
import { expectedCost } from '../../../tools/insurance/expected-cost.ts'
import { payout, waiverCondition } from '../../../tools/insurance/payout.ts'
import { toDecimalString, zero } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { decimalString, euros } from './fields.ts'

const payoutInputs = z.strictObject({
  loss: euros,
  sumInsured: euros,
  insuredValue: euros,
  deductible: euros.default(zero('EUR')),
  underinsuranceWaiver: z.boolean().default(false),
})
const waiverInputs = z.strictObject({ livingAreaM2: decimalString, sumInsured: euros, ratePerM2: euros })
const costInputs = z.strictObject({
  premium: euros,
  frequency: z.enum(['half-yearly', 'monthly', 'quarterly', 'yearly']).default('yearly'),
  annualFee: euros.default(zero('EUR')),
  risks: z
    .array(
      z.strictObject({
        loss: euros,
        p: decimalString,
        deductible: euros.default(zero('EUR')),
        limit: euros,
        covered: z.boolean().default(true),
      }),
    )
    .default([]),
})

export const insurance: CaseAdapter = caseAdapter({
  inputs: z.union([payoutInputs, waiverInputs, costInputs]),
  run: (inputs) => {
    if ('loss' in inputs) {
      const waiver = inputs.underinsuranceWaiver ? 'waived' : 'not-waived'
      return { payout: toDecimalString(payout({ ...inputs, waiver }).payout) }
    }
    if ('livingAreaM2' in inputs) {
      const { met, requiredSum } = waiverCondition(inputs)
      return { waiverConditionMet: met, requiredSum: toDecimalString(requiredSum) }
    }
    const { annual } = annualPremium(inputs)
    const cost = expectedCost(
      annual,
      inputs.risks.map(({ p, covered, ...risk }) => ({ ...risk, probability: p, cover: covered ? 'covered' : 'not' })),
    )
    return {
      annualPremium: toDecimalString(annual),
      expectedUncovered: toDecimalString(cost.expectedUncovered),
      expectedTotal: toDecimalString(cost.expectedTotal),
    }
  },
})
