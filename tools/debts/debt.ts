/**
 * What a customer owes one creditor, as the creditor last stated it.
 *
 * The record is kept in the shape in which it was imported (decimal strings, ISO days); unknown stays absent.
 *
 * @module
 */
import { z } from 'zod'
import { currencySchema, daySchema, moneySchema, rateSchema } from '../offers/terms.ts'

const idSchema = z.string().min(1).max(100)
const nameSchema = z.string().min(1).max(200)

/** Lines of a postal address below the name, as they stand on an envelope. */
export const addressSchema = z.array(z.string().trim().min(1).max(100)).min(1).max(6)

export const partySchema = z.strictObject({ id: idSchema, name: nameSchema, address: addressSchema.optional() })

const feeSchema = z.strictObject({
  id: idSchema,
  type: z.enum(['reminder', 'returned_debit', 'processing', 'account_keeping', 'flat40', 'inkasso']),
  amount: moneySchema,
  date: daySchema,
  reminderId: idSchema.optional(),
  channel: z.enum(['paper', 'email', 'app']).optional(),
  basis: z.enum(['agb_flat', 'unknown']).optional(),
  clauseAllowsLowerDamageProof: z.boolean().optional(),
  provenBankFee: moneySchema.optional(),
  mandateDate: daySchema.optional(),
  firstDemand: daySchema.optional(),
  registered: z.boolean().optional(),
  creditorCanDeductVat: z.boolean().optional(),
  infoMissing13a: z.boolean().optional(),
  contestedBeforeMandate: z.boolean().optional(),
})

export const debtSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['bnpl', 'bnpl-instalments', 'instalment-loan', 'card', 'overdraft', 'invoice', 'collection']),
  claimKind: z.enum(['purchase', 'consumer_loan', 'titled']),
  creditor: partySchema,
  reference: z.string().max(100).optional(),
  currency: currencySchema,
  principal: moneySchema,
  open: moneySchema,
  nominalRatePercent: rateSchema.optional(),
  dueDate: daySchema,
  dueBasis: z.enum(['contract_calendar', 'unilateral_invoice', 'unknown']).default('unknown'),
  asOf: daySchema,
  source: z.string().min(1).max(300),
  instalments: z.array(z.strictObject({ due: daySchema, amount: moneySchema })).default([]),
  reminders: z
    .array(z.strictObject({ id: idSchema, received: daySchema, channel: z.enum(['paper', 'email', 'app']).optional() }))
    .default([]),
  fees: z.array(feeSchema).default([]),
  payments: z
    .array(z.strictObject({ date: daySchema, amount: moneySchema, status: z.enum(['posted', 'pending']) }))
    .default([]),
  invoice30: z.strictObject({ received: daySchema, consumerNotice: z.boolean() }).optional(),
  refusedOn: daySchema.optional(),
  principalDisputed: z.boolean().optional(),
  noFault: z.boolean().optional(),
  interestClaim: z.strictObject({ amount: moneySchema, to: daySchema }).optional(),
  title: z.strictObject({ type: z.enum(['Mahnbescheid', 'Vollstreckungsbescheid']), served: daySchema }).optional(),
})

export type Debt = z.output<typeof debtSchema>
export type DebtFee = Debt['fees'][number]
export type Party = z.output<typeof partySchema>
