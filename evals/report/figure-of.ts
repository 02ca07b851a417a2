/**
 * The figure that people bargain over, by kind of deal: what the plots show.
 *
 * @module
 */
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
  const { maxNominalRatePercent, maxEffectiveRatePercent, maxTotal, maxMonthly, maxTermMonths: months } = limits
  const instalments = [
    ...(maxMonthly === undefined ? [] : [Number(maxMonthly)]),
    ...(maxTotal === undefined || months === undefined ? [] : [Number(maxTotal) / months]),
  ]
  return [
    ...(maxNominalRatePercent === undefined ? [] : [Number(maxNominalRatePercent)]),
    ...(maxEffectiveRatePercent === undefined
      ? []
      : [((1 + Number(maxEffectiveRatePercent) / 100) ** (1 / 12) - 1) * 1200]),
    ...(months === undefined || limits.amount === undefined
      ? []
      : instalments.flatMap((instalment) => rateOf(Number(limits.amount), instalment, months) ?? [])),
  ]
}

/** Percent a year at which a principal costs this instalment, by halving; for a plot. Null where no rate does. */
function rateOf(principal: number, instalment: number, months: number): number | null {
  if (instalment * months < principal) return null
  let [low, high] = [0, 100]
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2
    const monthly = middle / 1200
    if ((principal * monthly) / (1 - (1 + monthly) ** -months) < instalment) low = middle
    else high = middle
  }
  return low
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values)
}
