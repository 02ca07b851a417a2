/**
 * `de-inkasso-rvg.json`: the cap on collection costs, and the fee table behind it.
 *
 * @module
 */
import { z } from 'zod'
import { collectionCosts } from '../../../tools/disputes/collection-costs.ts'
import { rvgFee } from '../../../tools/disputes/rvg-table.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

const tableInputs = z.strictObject({ value: euros, version: day })
const costInputs = z.strictObject({
  claimValue: euros,
  mandateDate: day,
  contested: z.boolean().default(false),
  caseType: z.enum(['simple', 'normal', 'complex']).default('normal'),
  creditorCanDeductVat: z.boolean().default(true),
  paymentAgreement: z.boolean().default(false),
})

export const deInkassoRvg: CaseAdapter = caseAdapter({
  inputs: z.union([tableInputs, costInputs]),
  run: (inputs) => {
    if ('value' in inputs) return { fee: toDecimalString(rvgFee(inputs.value, inputs.version)) }
    const costs = collectionCosts({
      claimValue: inputs.claimValue,
      mandateDate: inputs.mandateDate,
      claim: inputs.contested ? 'contested' : 'uncontested',
      caseType: inputs.caseType,
      vat: inputs.creditorCanDeductVat ? 'creditor-deducts' : 'creditor-cannot-deduct',
      paymentAgreement: inputs.paymentAgreement ? 'announced' : 'none',
    })
    return {
      baseFee: toDecimalString(costs.baseFee),
      rate: costs.rate,
      businessFee: toDecimalString(costs.businessFee),
      settlementFee: toDecimalString(costs.settlementFee),
      expenses: toDecimalString(costs.expenses),
      vat: toDecimalString(costs.vat),
      maxRecoverable: toDecimalString(costs.maxRecoverable),
    }
  },
})
