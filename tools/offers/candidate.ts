/**
 * An offer under comparison, wherever it came from.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import type { InsuranceOffer, LoanOffer } from './contract.ts'
import type { InsuranceTerms, LoanTerms } from './terms.ts'

/** Commission may be shown; no ranking looks at it. */
export interface Candidate<Terms> {
  readonly id: string
  readonly provider: { readonly id: string; readonly name: string }
  /** `quote` is the customer's own, `market` came from a counterparty in a negotiation. */
  readonly origin: 'quote' | 'market'
  readonly terms: Terms
  /** ISO day, last day included, or ISO instant. */
  readonly validUntil: string
  readonly binding: boolean
  readonly synthetic: boolean
  readonly source: string
  readonly commission?: string
}

/** Why an offer is out, for people, with a code for programs. */
export interface Removal {
  readonly id: string
  readonly provider: { readonly id: string; readonly name: string }
  readonly reasons: readonly { readonly code: string; readonly text: Bilingual }[]
}

/** A quote of the customer's as a candidate. */
export function loanQuote(offer: LoanOffer): Candidate<LoanTerms> {
  const { effectiveRatePercent, instalment, ...rest } = offer.loan
  return {
    ...quoteBase(offer),
    terms: {
      kind: 'instalment-loan',
      currency: offer.currency,
      ...rest,
      ...(instalment === undefined ? {} : { instalment }),
      ...(effectiveRatePercent === undefined ? {} : { effectiveRatePercent }),
    },
  }
}

/** An insurance quote of the customer's as a candidate. */
export function insuranceQuote(offer: InsuranceOffer): Candidate<InsuranceTerms> {
  const { periodEnd: _, livingAreaSquareMetres, underinsuranceWaiver, noClaimsClass, ...rest } = offer.insurance
  return {
    ...quoteBase(offer),
    terms: {
      kind: offer.kind,
      currency: offer.currency,
      ...rest,
      ...(livingAreaSquareMetres === undefined ? {} : { livingAreaSquareMetres }),
      ...(underinsuranceWaiver === undefined ? {} : { underinsuranceWaiver }),
      ...(noClaimsClass === undefined ? {} : { noClaimsClass }),
    },
  }
}

function quoteBase(offer: LoanOffer | InsuranceOffer) {
  return {
    id: offer.id,
    provider: offer.provider,
    origin: 'quote' as const,
    validUntil: offer.validUntil,
    binding: offer.binding,
    synthetic: false,
    source: offer.source,
  }
}

/** Whether an offer is still valid: a day counts to its end, an instant to itself. */
export function isStillValid(validUntil: string, today: string, now: Date): boolean {
  return validUntil.includes('T') ? new Date(validUntil).getTime() > now.getTime() : validUntil >= today
}
