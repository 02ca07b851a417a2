/**
 * The figure that people bargain over, by kind of deal: what the plots show.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { monthlyRateOfEffective } from '../../tools/credit/annuity.ts'
import { breakEvenRate } from '../../tools/credit/break-even-rate.ts'
import type { Limits } from '../../tools/mandates/mandate.ts'
import type { DealKind, DealTerms } from '../../tools/offers/terms.ts'

export function figureOf(terms: DealTerms): number {
  switch (terms.kind) {
    case 'instalment-loan':
    case 'overdraft':
    case 'savings':
      return Number(terms.nominalRatePercent)
    case 'instalment-plan':
      return terms.months
    case 'settlement':
      return Number(terms.amount)
    case 'fee-waiver':
      return Number(terms.waived)
    default:
      return Number(terms.annualPremium)
  }
}

export function unitOf(kind: DealKind): string {
  if (kind === 'instalment-loan' || kind === 'overdraft' || kind === 'savings') return '% a year'
  if (kind === 'instalment-plan') return 'months'
  return kind === 'settlement' || kind === 'fee-waiver' ? 'EUR' : 'EUR a year'
}

/** The customer's own limit in that figure, where the mandate has one; of several the strictest. */
export function reservationOf(kind: DealKind, limits: Limits): number | null {
  switch (kind) {
    case 'savings':
      return limits.minRatePercent === undefined ? null : Number(limits.minRatePercent)
    case 'settlement':
      return limits.maxTotal === undefined ? null : Number(limits.maxTotal)
    case 'overdraft':
      return limits.maxNominalRatePercent === undefined ? null : Number(limits.maxNominalRatePercent)
    case 'instalment-loan':
      return least(loanRates(limits))
    case 'instalment-plan':
      // Fewer months would cost more a month than is allowed.
      return limits.maxMonthly === undefined || limits.amount === undefined
        ? null
        : Math.ceil(Number(limits.amount) / Number(limits.maxMonthly))
    case 'fee-waiver':
      return null
    default:
      return least([
        ...(limits.maxAnnualPremium === undefined ? [] : [Number(limits.maxAnnualPremium)]),
        ...(limits.maxMonthly === undefined ? [] : [Number(limits.maxMonthly) * 12]),
      ])
  }
}

/** Each limit on a loan as the nominal rate at which it is reached, over the longest term allowed and without fees. */
function loanRates(limits: Limits): readonly number[] {
  const { maxNominalRatePercent, maxEffectiveRatePercent, maxTotal, maxMonthly, maxTermMonths: months, amount } = limits
  const instalments = [
    ...(maxMonthly === undefined ? [] : [Number(maxMonthly)]),
    ...(maxTotal === undefined || months === undefined ? [] : [Number(maxTotal) / months]),
  ]
  return [
    ...(maxNominalRatePercent === undefined ? [] : [Number(maxNominalRatePercent)]),
    ...(maxEffectiveRatePercent === undefined
      ? []
      : [monthlyRateOfEffective(maxEffectiveRatePercent).times(1200).toNumber()]),
    ...(months === undefined || amount === undefined
      ? []
      : instalments.flatMap((instalment) => rateOf(amount, instalment, months) ?? [])),
  ]
}

/** Percent a year at which a principal costs this instalment; for a plot. Null where no rate does. */
function rateOf(principal: string, instalment: number, months: number): number | null {
  const costs = new Decimal(0)
  const rate = breakEvenRate({ owed: new Decimal(principal), months, instalment: new Decimal(instalment), costs })
  return rate === null || rate < 0 ? null : rate
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values)
}
