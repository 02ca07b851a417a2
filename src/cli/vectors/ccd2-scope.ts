/**
 * Vectors of the scope of the consumer credit directive.
 *
 * @module
 */
import { z } from 'zod'
import { ccd2Scope } from '../../../tools/credit/ccd2-scope.ts'
import { caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

const flag = z.boolean().default(false)

export const ccd2ScopeVectors = caseAdapter({
  inputs: z.strictObject({
    kind: z.enum(['deferral_of_existing_debt', 'deferred_payment_by_supplier', 'loan', 'overdraft']),
    amount: euros,
    concluded: day,
    daysAfterDelivery: z.number().default(0),
    free: flag,
    onlineDistance: flag,
    // No late charges are mentioned: then none go beyond what the law allows.
    onlyLimitedLateCharges: z.boolean().default(true),
    renovation: flag,
    sme: flag,
    thirdParty: flag,
  }),
  run: (inputs) => ({ scope: ccd2Scope(inputs).scope }),
})
