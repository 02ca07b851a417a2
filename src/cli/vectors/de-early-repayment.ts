/**
 * Vectors of the cap on compensation for early repayment.
 *
 * @module
 */
import { z } from 'zod'
import { earlyRepaymentCap } from '../../../tools/credit/early-repayment.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { caseAdapter } from './adapter.ts'
import { euros } from './fields.ts'

const flag = z.boolean().default(false)

export const deEarlyRepayment = caseAdapter({
  inputs: z.strictObject({
    repaidAmount: euros,
    remainingMonths: z.number(),
    residualInterest: euros,
    rateType: z.enum(['fixed', 'variable']),
    fromMandatoryInsurance: flag,
    contractInfoInsufficient: flag,
    overdraft: flag,
  }),
  run: (inputs) => ({ maxCompensation: toDecimalString(earlyRepaymentCap(inputs).maxCompensation) }),
})
