/**
 * A contract the customer has, and an offer the customer already holds, in the shape of the import.
 *
 * @module
 */
import { z } from 'zod'
import { addressSchema, partySchema } from '../debts/debt.ts'
import {
  coverageSchema,
  currencySchema,
  daySchema,
  INSURANCE_KINDS,
  moneySchema,
  monthsSchema,
  paymentFrequencySchema,
  positiveMoneySchema,
  rateSchema,
} from './terms.ts'

const idSchema = z.string().min(1).max(100)

const contractBase = {
  id: idSchema,
  provider: partySchema,
  reference: z.string().max(100).optional(),
  currency: currencySchema,
  startedOn: daySchema,
  asOf: daySchema,
  source: z.string().min(1).max(300),
}

const insuranceSchema = z.strictObject({
  annualPremium: moneySchema,
  paymentFrequency: paymentFrequencySchema,
  deductible: moneySchema,
  sumInsured: moneySchema,
  livingAreaSquareMetres: z.number().positive().max(10_000).optional(),
  underinsuranceWaiver: z.boolean().optional(),
  periodEnd: daySchema,
  noticeMonths: z.int().min(0).max(12),
  noClaimsClass: z.string().max(20).optional(),
  coverage: coverageSchema.default({}),
})

export const contractSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...contractBase,
    kind: z.literal('instalment-loan'),
    loan: z.strictObject({
      originalPrincipal: positiveMoneySchema,
      balance: moneySchema,
      nominalRatePercent: rateSchema,
      rateType: z.enum(['fixed', 'variable']),
      remainingMonths: monthsSchema,
      instalment: moneySchema,
      originalMonths: monthsSchema,
    }),
  }),
  z.strictObject({
    ...contractBase,
    kind: z.literal('overdraft'),
    overdraft: z.strictObject({
      limit: moneySchema,
      drawn: moneySchema,
      nominalRatePercent: rateSchema,
      settlementsPerYear: z.int().min(1).max(12),
    }),
  }),
  z.strictObject({
    ...contractBase,
    kind: z.literal('savings'),
    savings: z.strictObject({
      balance: moneySchema,
      nominalRatePercent: rateSchema,
      creditsPerYear: z.int().min(1).max(12),
    }),
  }),
  z.strictObject({ ...contractBase, kind: z.enum(INSURANCE_KINDS), insurance: insuranceSchema }),
])

const offerBase = {
  id: idSchema,
  provider: partySchema,
  currency: currencySchema,
  source: z.string().min(1).max(300),
  asOf: daySchema,
  validUntil: daySchema,
  binding: z.boolean(),
}

export const offerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...offerBase,
    kind: z.literal('instalment-loan'),
    loan: z.strictObject({
      principal: positiveMoneySchema,
      nominalRatePercent: rateSchema,
      effectiveRatePercent: rateSchema.optional(),
      termMonths: monthsSchema,
      instalment: moneySchema.optional(),
      originationFee: moneySchema.default('0.00'),
      earlyRepaymentFeePercent: rateSchema.default('0.0'),
    }),
  }),
  z.strictObject({
    ...offerBase,
    kind: z.literal('overdraft'),
    overdraft: z.strictObject({
      limit: moneySchema,
      nominalRatePercent: rateSchema,
      settlementsPerYear: z.int().min(1).max(12),
    }),
  }),
  z.strictObject({
    ...offerBase,
    kind: z.literal('savings'),
    savings: z.strictObject({ nominalRatePercent: rateSchema, creditsPerYear: z.int().min(1).max(12) }),
  }),
  z.strictObject({
    ...offerBase,
    kind: z.enum(INSURANCE_KINDS),
    insurance: insuranceSchema.partial({ periodEnd: true }),
  }),
])

export type Contract = z.output<typeof contractSchema>
export type LoanContract = Extract<Contract, { kind: 'instalment-loan' }>
export type InsuranceContract = Extract<Contract, { insurance: unknown }>
export type Offer = z.output<typeof offerSchema>
export type LoanOffer = Extract<Offer, { kind: 'instalment-loan' }>
export type InsuranceOffer = Extract<Offer, { insurance: unknown }>

/** The contracts a customer has. */
export interface ContractBook {
  contracts(customerId: string): Promise<readonly Contract[]>
  contract(customerId: string, contractId: string): Promise<Contract | null>
}

/** The quotes a customer already holds. */
export interface OfferBook {
  offers(customerId: string): Promise<readonly Offer[]>
}

/** Who the customer is, as far as the rules need it. */
export const customerSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as "de-DE"'),
  birthYear: z.int().min(1900).max(2100).optional(),
  netMonthlyIncome: moneySchema.optional(),
  address: addressSchema.optional(),
  currency: currencySchema,
})

export type Customer = z.output<typeof customerSchema>

export interface CustomerBook {
  customer(id: string): Promise<Customer | null>
}
