/**
 * `de-dunning.json`: the decision procedure, with the defaults that the file's format documents for absent fields.
 * Imports of customers never go this way: there, unknown is unknown (`tools/disputes/assess-fees.ts`).
 *
 * @module
 */
import { z } from 'zod'
import { decideDunning } from '../../../tools/disputes/dunning.ts'
import type { DunningCase, DunningFee } from '../../../tools/disputes/dunning-case.ts'
import { dunningPolicy } from '../../../tools/disputes/dunning-policy.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

const feeInputs = z
  .strictObject({
    id: z.string(),
    type: z.enum(['account_keeping', 'flat40', 'inkasso', 'processing', 'reminder', 'returned_debit']),
    amount: euros,
    date: day,
    reminderId: z.string().nullable().default(null),
    channel: z.enum(['paper', 'email', 'app']).default('paper'),
    basis: z.enum(['agb_flat']).optional(),
    clauseAllowsLowerDamageProof: z.boolean().default(false),
    provenBankFee: euros.nullable().default(null),
    mandateDate: day.optional(),
    firstDemand: day.nullable().default(null),
    registered: z.boolean().default(true),
    creditorCanDeductVat: z.boolean().default(true),
    infoMissing13a: z.boolean().default(false),
    contestedBeforeMandate: z.boolean().default(false),
  })
  .transform(
    ({ basis, mandateDate, ...fee }): DunningFee => ({
      ...fee,
      basis: basis ?? 'cost',
      mandateDate: mandateDate ?? fee.date,
    }),
  )

const inputs = z.strictObject({
  policy: z.string(),
  today: day,
  principal: euros,
  claimKind: z.enum(['purchase', 'consumer_loan', 'titled']).default('purchase'),
  dueDate: day,
  dueBasis: z.enum(['contract_calendar', 'unilateral_invoice']).default('contract_calendar'),
  invoice30: z
    .strictObject({ received: day, consumerNotice: z.boolean().default(false) })
    .nullable()
    .default(null),
  reminders: z.array(z.strictObject({ id: z.string(), received: day })).default([]),
  payments: z.array(z.strictObject({ date: day, amount: euros })).default([]),
  fees: z.array(feeInputs).default([]),
  interestClaim: z.strictObject({ amount: euros, to: day }).nullable().default(null),
  refusedOn: day.nullable().default(null),
  principalDisputed: z.boolean().default(false),
  noFault: z.boolean().default(false),
  vulnerable: z.boolean().default(false),
  title: z
    .strictObject({ type: z.enum(['Mahnbescheid', 'Vollstreckungsbescheid']), served: day })
    .nullable()
    .default(null),
})

export const deDunning: CaseAdapter = caseAdapter({
  inputs,
  run: ({ policy: policyId, ...claim }, context) => {
    const policy = dunningPolicy(context.policy)
    if (policy.id !== policyId) throw new Error(`the file's policy is ${policy.id}, the case asks for ${policyId}`)
    return outputs(claim, policy)
  },
})

function outputs(claim: DunningCase, policy: ReturnType<typeof dunningPolicy>) {
  const decision = decideDunning(claim, policy)
  if (decision.kind === 'court-paper')
    return { result: 'ESCALATE', reason: 'COURT_DOCUMENT', deadline: decision.deadline }
  const { begin } = decision
  return {
    defaultFrom: begin.kind === 'default' ? begin.from : null,
    interestFrom: begin.kind === 'default' ? begin.interestFrom : null,
    defaultReason: begin.kind === 'default' ? begin.reason : null,
    items: decision.items.map(({ id, claimed, accepted, disputed, codes, strength }) => ({
      id,
      claimed: toDecimalString(claimed),
      accepted: toDecimalString(accepted),
      disputed: toDecimalString(disputed),
      codes,
      strength,
    })),
    totalAccepted: toDecimalString(decision.totalAccepted),
    totalDisputed: toDecimalString(decision.totalDisputed),
    actions: decision.actions,
    escalate: decision.escalate,
  }
}
