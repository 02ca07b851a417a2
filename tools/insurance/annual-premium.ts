/**
 * What a year of insurance costs, with tax, fees and the surcharge for paying in instalments.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, subtract, toDecimal, toDecimalString } from '../shared/money.ts'

export const ANNUAL_PREMIUM_RULE: Rule = {
  id: 'parley.insurance.annual-premium',
  title: { de: 'Jahresbeitrag', en: 'Annual premium' },
  source: 'Parley: instalment × payments a year, plus surcharge and yearly fee',
  validFrom: null,
  validTo: null,
}

export type PaymentFrequency = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

/** Payments a year. */
export const PAYMENTS_A_YEAR: Readonly<Record<PaymentFrequency, number>> = {
  monthly: 12,
  quarterly: 4,
  'half-yearly': 2,
  yearly: 1,
}

export interface PremiumInput {
  /** One payment, tax included. */
  readonly premium: Money
  readonly frequency: PaymentFrequency
  /** What the insurer adds once a year. */
  readonly annualFee?: Money
  /** Percent on each payment, where the premium is quoted without it. */
  readonly surchargePercent?: string
}

/** The cost of a year, rounded once. @throws InvalidInput for negative amounts */
export function annualPremium(input: PremiumInput): { readonly annual: Money; readonly explanation: Explanation } {
  const { premium, frequency, annualFee, surchargePercent = '0' } = input
  const faults: Fault[] = []
  if (premium.minor < 0) faults.push({ path: 'premium', reason: 'must not be negative' })
  if (annualFee !== undefined && annualFee.minor < 0) faults.push({ path: 'annualFee', reason: 'must not be negative' })
  if (annualFee !== undefined && annualFee.currency !== premium.currency) {
    faults.push({ path: 'annualFee', reason: `must be in ${premium.currency} like the premium` })
  }
  if (!/^\d{1,3}(\.\d+)?$/.test(surchargePercent)) {
    faults.push({ path: 'surchargePercent', reason: 'must be percent such as "5.0", not negative' })
  }
  if (faults.length > 0) throw new InvalidInput(faults)

  const payments = PAYMENTS_A_YEAR[frequency]
  const surcharge = new Decimal(surchargePercent).dividedBy(100).plus(1)
  const instalments = toDecimal(premium).times(payments).times(surcharge)
  const annual = fromDecimal(instalments.plus(annualFee === undefined ? 0 : toDecimal(annualFee)), premium.currency)
  const text = (amount: Money) => `${toDecimalString(amount)} ${amount.currency}`
  return {
    annual,
    explanation: {
      title: { de: 'Jahresbeitrag', en: 'Annual premium' },
      ruleIds: [ANNUAL_PREMIUM_RULE.id],
      inputs: {
        premium: text(premium),
        frequency,
        surchargePercent,
        ...(annualFee ? { annualFee: text(annualFee) } : {}),
      },
      steps: [
        {
          text: { de: `${payments} Zahlungen im Jahr`, en: `${payments} payments a year` },
          value: `${instalments.toFixed(2)} ${premium.currency}`,
        },
        { text: { de: 'Mit jährlicher Gebühr', en: 'With the yearly fee' }, value: text(annual) },
      ],
      sources: [ANNUAL_PREMIUM_RULE.source],
    },
  }
}

/** What paying in instalments costs more than paying once, in money and in percent of the single payment (two decimals). */
export function instalmentSurcharge(inInstalments: PremiumInput, paidOnce: Money): { extra: Money; percent: string } {
  if (paidOnce.minor <= 0) throw new InvalidInput([{ path: 'paidOnce', reason: 'must be more than nothing' }])
  const extra = subtract(annualPremium(inInstalments).annual, paidOnce)
  return {
    extra,
    percent: toDecimal(extra).dividedBy(toDecimal(paidOnce)).times(100).toFixed(2, Decimal.ROUND_HALF_UP),
  }
}
