/**
 * What the customer allows: goal, limits, whom to contact, what they may be told, until when.
 *
 * @module
 */
import { z } from 'zod'
import {
  coverageSchema,
  currencySchema,
  INSURANCE_KINDS,
  moneySchema,
  monthsSchema,
  rateSchema,
} from '../offers/terms.ts'

/** What a mandate is for. */
export const NEEDS = [
  'refinance-loan',
  'new-loan',
  'insurance',
  'instalment-plan',
  'settlement',
  'fee-waiver',
  'overdraft',
  'savings',
] as const

export type Need = (typeof NEEDS)[number]

/**
 * The walls of a mandate. The money and rate limits are the reservation value: checked by code at every outgoing
 * move and again before execution; never sent, logged or put into a prompt that words messages to a counterparty.
 */
export const limitsSchema = z.strictObject({
  currency: currencySchema.optional().describe('of every amount here and of every deal; EUR unless told'),
  amount: moneySchema.optional().describe('principal wanted (loans), sum owed (plans, settlements)'),
  maxNominalRatePercent: rateSchema.optional(),
  maxEffectiveRatePercent: rateSchema.optional(),
  minRatePercent: rateSchema.optional().describe('savings: the least rate'),
  minTermMonths: monthsSchema.optional(),
  maxTermMonths: monthsSchema.optional(),
  maxMonthly: moneySchema.optional(),
  maxTotal: moneySchema.optional(),
  maxFee: moneySchema.optional(),
  maxAnnualPremium: moneySchema.optional(),
  maxDeductible: moneySchema.optional(),
  minSumInsured: moneySchema.optional(),
  requiredCoverage: z.array(z.string().min(1).max(60)).max(20).optional(),
  insuranceKind: z.enum(INSURANCE_KINDS).optional(),
  coverage: coverageSchema.optional(),
})

export type Limits = z.output<typeof limitsSchema>

/** The record a mandate is about: the contract to replace, the debt to settle. */
export const subjectSchema = z.strictObject({ type: z.enum(['contract', 'debt']), id: z.string().min(1) })

export type Subject = z.output<typeof subjectSchema>

/** Fields of the customer's records that counterparties may be told; nothing else ever leaves. */
export const DISCLOSABLE = [
  'age-band',
  'net-monthly-income',
  'contract-terms',
  'living-area',
  'no-claims-class',
  'debt-reference',
  'verified-offers',
] as const

export type Disclosable = (typeof DISCLOSABLE)[number]

export interface Mandate {
  readonly id: string
  readonly customerId: string
  /** The conversation it grew from; null when it came by API alone. */
  readonly threadId: string | null
  readonly need: Need
  readonly subject: Subject | null
  readonly goal: string
  readonly limits: Limits
  /** Ids of the counterparties that may be contacted; nobody else is. */
  readonly counterparties: readonly string[]
  readonly disclosures: readonly Disclosable[]
  /** ISO instants. A mandate without `confirmedAt` allows nothing. */
  readonly createdAt: string
  readonly confirmedAt: string | null
  readonly revokedAt: string | null
  readonly expiresAt: string
}

/** Why a mandate allows nothing right now, or null when it is in force at `now`. */
export function notInForce(mandate: Mandate, now: Date): 'unconfirmed' | 'revoked' | 'expired' | null {
  if (mandate.revokedAt !== null) return 'revoked'
  if (mandate.confirmedAt === null) return 'unconfirmed'
  if (new Date(mandate.expiresAt).getTime() <= now.getTime()) return 'expired'
  return null
}
