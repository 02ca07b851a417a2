/**
 * The terms of every kind of deal, as they travel: in files, to counterparties, before reviewers and in the ledger.
 *
 * Amounts and rates are decimal strings and days are ISO strings, so that the canonical JSON of terms, and with it
 * their hash, never depends on how a machine prints a float.
 *
 * @module
 */
import { z } from 'zod'
import { isDay } from '../shared/calendar.ts'
import { decimalsOf, isCurrency } from '../shared/money.ts'

export const currencySchema = z.string().refine(isCurrency, 'must be a currency code Parley knows, such as "EUR"')
export const moneySchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'must be a decimal string such as "12.50", not negative')
  .describe('decimal string in major units, not negative')
/** An amount of which some must be there: nobody lends nothing. */
export const positiveMoneySchema = moneySchema.refine(
  (text) => !/^0*(\.0*)?$/.test(text), // what is no amount at all is named by the first check alone
  'must be more than nothing',
)
export const rateSchema = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,6})?$/, 'must be a decimal string in percent, such as "7.29"')
  .refine((text) => Number(text) > -100 && Number(text) <= 999, 'must lie above -100 and at most 999 percent')
  .describe('decimal string in percent a year')
export const daySchema = z.string().refine(isDay, 'must be an existing day written YYYY-MM-DD')
export const monthsSchema = z.int().min(1).max(600)
export const coverageSchema = z.record(z.string().min(1).max(60), z.enum(['covered', 'partly', 'not', 'unknown']))
export const paymentFrequencySchema = z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])

/** A new instalment loan or a refinancing; `instalment` and `effectiveRatePercent` are what the provider states. */
export const loanTermsSchema = z.strictObject({
  kind: z.literal('instalment-loan'),
  currency: currencySchema,
  principal: positiveMoneySchema,
  nominalRatePercent: rateSchema,
  termMonths: monthsSchema,
  originationFee: moneySchema.default('0.00'),
  earlyRepaymentFeePercent: rateSchema.default('0.0'),
  instalment: moneySchema.optional(),
  effectiveRatePercent: rateSchema.optional(),
})

export const INSURANCE_KINDS = [
  'insurance-household',
  'insurance-liability',
  'insurance-car',
  'insurance-legal',
  'insurance-phone',
] as const

/** A year of insurance; `annualPremium` includes tax and the instalment surcharge of its frequency. */
export const insuranceTermsSchema = z.strictObject({
  kind: z.enum(INSURANCE_KINDS),
  currency: currencySchema,
  annualPremium: moneySchema,
  paymentFrequency: paymentFrequencySchema,
  deductible: moneySchema,
  sumInsured: moneySchema,
  noticeMonths: z.int().min(0).max(12).default(3),
  livingAreaSquareMetres: z.number().positive().max(10_000).optional(),
  underinsuranceWaiver: z.boolean().optional(),
  noClaimsClass: z.string().max(20).optional(),
  coverage: coverageSchema.default({}),
})

/** Paying an existing debt over time. */
export const instalmentPlanTermsSchema = z.strictObject({
  kind: z.literal('instalment-plan'),
  currency: currencySchema,
  amount: moneySchema,
  months: monthsSchema,
  monthly: moneySchema,
  fee: moneySchema.default('0.00'),
})

/** Paying less to close a claim. */
export const settlementTermsSchema = z.strictObject({
  kind: z.literal('settlement'),
  currency: currencySchema,
  claim: moneySchema,
  amount: moneySchema,
  payWithinDays: z.int().min(1).max(365),
})

/** A fee taken back by the creditor. */
export const feeWaiverTermsSchema = z.strictObject({
  kind: z.literal('fee-waiver'),
  currency: currencySchema,
  claimed: moneySchema,
  waived: moneySchema,
})

/** A lower rate on an overdraft. */
export const overdraftTermsSchema = z.strictObject({
  kind: z.literal('overdraft'),
  currency: currencySchema,
  limit: moneySchema,
  nominalRatePercent: rateSchema,
  settlementsPerYear: z.int().min(1).max(12),
})

/** A better rate on savings. */
export const savingsTermsSchema = z.strictObject({
  kind: z.literal('savings'),
  currency: currencySchema,
  balance: moneySchema,
  nominalRatePercent: rateSchema,
  creditsPerYear: z.int().min(1).max(12),
  guaranteedMonths: z.int().min(0).max(120).default(0),
})

/** The terms of a deal, told apart by `kind`. */
export const dealTermsSchema = z.discriminatedUnion('kind', [
  loanTermsSchema,
  insuranceTermsSchema,
  instalmentPlanTermsSchema,
  settlementTermsSchema,
  feeWaiverTermsSchema,
  overdraftTermsSchema,
  savingsTermsSchema,
])

export type LoanTerms = z.output<typeof loanTermsSchema>
export type InsuranceTerms = z.output<typeof insuranceTermsSchema>
export type InsuranceKind = (typeof INSURANCE_KINDS)[number]
export type DealTerms = z.output<typeof dealTermsSchema>
export type DealKind = DealTerms['kind']

/** Whether an amount's decimals fit its currency ("10.005" EUR does not). */
export function fitsCurrency(text: string, currency: string): boolean {
  if (!isCurrency(currency)) return false
  return (text.split('.')[1]?.length ?? 0) <= decimalsOf(currency)
}
