/**
 * Vectors of the withdrawal from credit and from insurance.
 *
 * @module
 */
import { z } from 'zod'
import { creditWithdrawal } from '../../../tools/credit/withdrawal.ts'
import { insuranceWithdrawal } from '../../../tools/insurance/insurance-withdrawal.ts'
import { caseAdapter } from './adapter.ts'
import { day } from './fields.ts'

const insurance = z.strictObject({ allDocumentsReceived: day })
const credit = z.strictObject({
  concluded: day,
  termsAndInfoReceived: day.nullable(),
  toldAboutRight: z.boolean().default(false),
  regime: z.enum(['ccd1', 'ccd2']),
})

export const deWithdrawal = caseAdapter({
  inputs: z.union([insurance, credit]),
  run: (inputs) =>
    'allDocumentsReceived' in inputs ? { ...insuranceWithdrawal(inputs) } : { ...creditWithdrawal(inputs) },
})
