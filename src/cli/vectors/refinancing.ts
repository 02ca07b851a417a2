/**
 * Vectors of refinancing at an equal remaining term.
 *
 * @module
 */
import { z } from 'zod'
import { refinancing } from '../../../tools/credit/refinancing.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { caseAdapter } from './adapter.ts'
import { euros, rate } from './fields.ts'

export const refinancingVectors = caseAdapter({
  inputs: z
    .strictObject({
      balance: euros,
      oldNominalPercent: rate,
      remainingMonths: z.number(),
      newNominalPercent: rate,
      otherCosts: euros,
      earlyRepaymentCompensation: euros,
    })
    .transform(({ oldNominalPercent, newNominalPercent, ...rest }) => ({
      ...rest,
      oldNominalRatePercent: oldNominalPercent,
      newNominalRatePercent: newNominalPercent,
    })),
  run(inputs) {
    const { keep, cash, financed, monthlySaving, breakEvenMonth, breakEvenNominalRatePercent } = refinancing(inputs)
    return {
      oldInstalment: toDecimalString(keep.instalment),
      newInstalmentCashCosts: toDecimalString(cash.instalment),
      newInstalmentFinancedCosts: toDecimalString(financed.instalment),
      monthlySaving: toDecimalString(monthlySaving),
      totalSavingCashCosts: toDecimalString(cash.totalSaving),
      totalSavingFinancedCosts: toDecimalString(financed.totalSaving),
      breakEvenMonth,
      breakEvenNominalRatePercent,
    }
  },
})
