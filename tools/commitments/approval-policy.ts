/**
 * Who must approve an act that binds the customer, as a versioned table.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Bilingual } from '../shared/explanation.ts'
import { type Exposure, exposureOf } from './exposure.ts'
import type { Brief, ProposalTerms, RequiredVotes } from './proposal.ts'

/** One row of the table: all rows that match apply, and the strictest demand of each kind wins. */
export interface PolicyTier {
  readonly when:
    | { readonly kind: 'always' }
    /** Above this many major units of the policy's currency, all acts together. */
    | { readonly kind: 'total-above'; readonly amount: string }
    | { readonly kind: 'months-above'; readonly months: number }
    | { readonly kind: 'foreign-currency' }
  readonly reviewers: number
  readonly customer: boolean
  readonly reason: Bilingual
}

export interface ApprovalPolicy {
  readonly version: string
  readonly currency: string
  readonly tiers: readonly PolicyTier[]
}

/** The default table (REFERENCE 5.3): each binding act needs a person, a large or long one the customer's word as well. */
export const DEFAULT_POLICY: ApprovalPolicy = {
  version: 'default-2026-11',
  currency: 'EUR',
  tiers: [
    {
      when: { kind: 'always' },
      reviewers: 1,
      customer: false,
      reason: {
        de: 'Jede bindende Handlung braucht die Freigabe einer prüfenden Person.',
        en: 'Every binding act needs the approval of one reviewer.',
      },
    },
    {
      when: { kind: 'total-above', amount: '1000' },
      reviewers: 1,
      customer: true,
      reason: {
        de: 'Über 1.000 EUR insgesamt bestätigt auch die Kundin oder der Kunde selbst.',
        en: 'Above 1,000 EUR in total the customer confirms as well.',
      },
    },
    {
      when: { kind: 'months-above', months: 12 },
      reviewers: 1,
      customer: true,
      reason: {
        de: 'Über 12 Monate Bindung bestätigt auch die Kundin oder der Kunde selbst.',
        en: 'Above a term of 12 months the customer confirms as well.',
      },
    },
    {
      when: { kind: 'foreign-currency' },
      reviewers: 1,
      customer: true,
      reason: {
        de: 'In fremder Währung gilt die Wertgrenze ohne Umrechnung als überschritten.',
        en: 'In a foreign currency the amount limit counts as exceeded, because nothing is converted.',
      },
    },
  ],
}

export interface PolicyVerdict {
  readonly required: RequiredVotes
  /** One sentence per row that applied, in the table's order. */
  readonly reasons: readonly Bilingual[]
}

/**
 * The votes these terms need. The brief's total and term count too where they are higher than what the terms show:
 * a cancellation, say, has no amount in its terms.
 */
export function requiredVotes(terms: ProposalTerms, brief: Brief, policy = DEFAULT_POLICY): PolicyVerdict {
  const exposures: Exposure[] = terms.acts.map(exposureOf)
  const foreign =
    exposures.some((e) => e.currency !== policy.currency) || brief.amounts.total.currency !== policy.currency
  const sum = exposures.reduce((total, e) => total.plus(e.total), new Decimal(0))
  const total = Decimal.max(sum, brief.amounts.total.amount)
  const ends = [...exposures.map((e) => e.months), brief.termMonths ?? 0]
  const months = ends.includes(null) ? Number.POSITIVE_INFINITY : Math.max(...ends.map((m) => m ?? 0))
  const applied = policy.tiers.filter(({ when }) => {
    if (when.kind === 'total-above') return total.greaterThan(when.amount)
    if (when.kind === 'months-above') return months > when.months
    return when.kind === 'always' || foreign
  })
  return {
    required: {
      reviewers: Math.max(1, ...applied.map((tier) => tier.reviewers)), // no table can ask for less than one person
      customer: applied.some((tier) => tier.customer),
      policyVersion: policy.version,
    },
    reasons: applied.map((tier) => tier.reason),
  }
}
