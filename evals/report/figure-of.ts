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

/** The customer's own limit in that figure, where the mandate has one. */
export function reservationOf(kind: DealKind, limits: Limits): number | null {
  const limit =
    kind === 'savings'
      ? limits.minRatePercent
      : kind === 'settlement'
        ? limits.maxTotal
        : kind === 'instalment-loan' || kind === 'overdraft'
          ? limits.maxNominalRatePercent
          : kind === 'instalment-plan' || kind === 'fee-waiver'
            ? undefined
            : limits.maxAnnualPremium
  return limit === undefined ? null : Number(limit)
}
