/**
 * `debt-strategy.json`: paying debts off in one order or the other.
 *
 * @module
 */
import { z } from 'zod'
import { repaymentPlan } from '../../../tools/debts/strategy.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { decimalString, euros } from './fields.ts'

export const debtStrategy: CaseAdapter = caseAdapter({
  inputs: z.strictObject({
    debts: z.array(
      z.strictObject({ id: z.string(), balance: euros, nominalPercent: decimalString, minPayment: euros }),
    ),
    monthlyBudget: euros,
    mode: z.enum(['avalanche', 'snowball']),
  }),
  run: ({ debts, monthlyBudget, mode }) => {
    const plan = repaymentPlan(debts, monthlyBudget, mode)
    if (plan.kind === 'infeasible') return { infeasible: true, escalate: 'debt advice' }
    const { months, totalInterest, payoffOrder } = plan
    return { infeasible: false, months, totalInterest: toDecimalString(totalInterest), payoffOrder }
  },
})
