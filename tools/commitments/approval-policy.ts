/**
 * Who must approve an act that binds the customer, as a versioned table.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Bilingual } from '../shared/explanation.ts'
import { type Exposure, exposureOf } from './exposure.ts'
import type { Act, Brief, ProposalTerms, RequiredVotes, ReviewTimes } from './proposal.ts'

/** One row of the table: all rows that match apply, and the strictest demand of each kind wins. */
export interface PolicyTier {
  readonly when:
    | { readonly kind: 'always' }
    /** Above this many major units of the policy's currency, all acts together. */
    | { readonly kind: 'total-above'; readonly amount: string }
    | { readonly kind: 'months-above'; readonly months: number }
    | { readonly kind: 'foreign-currency' }
    /** Any act of these kinds: `conclude`, `notice`, a kind of deal (`instalment-loan`) or of notice (`dispute`). */
    | { readonly kind: 'act'; readonly acts: readonly string[] }
    /** What the records show about the customer now. */
    | { readonly kind: 'customer-flag'; readonly flag: CustomerFlag; readonly acts?: readonly string[] }
  readonly reviewers: number
  readonly customer: boolean
  /** The answer is no after so many hours. */
  readonly withinHours?: number
  /** No approval earlier than so many minutes after the proposal. */
  readonly coolDownMinutes?: number
  /** A reviewer looks within so many minutes of the proposal; reminders come before, escalation after. */
  readonly firstLookMinutes?: number
  /** The votes are there within so many minutes, not counting the time in which the customer is asked something. */
  readonly decisionMinutes?: number
  readonly reason: Bilingual
}

/** Worked out from the records for each proposal and kept nowhere. */
export type CustomerFlag = 'financial-distress'

export interface ApprovalPolicy {
  readonly version: string
  readonly currency: string
  readonly tiers: readonly PolicyTier[]
  /** Where one person is all there is: no reviewer, but the customer confirms again after so many minutes. */
  readonly selfApproval?: { readonly coolDownMinutes: number }
}

/** The default table (REFERENCE 5.3): each binding act needs a person, a large or long one the customer's word as well. */
export const DEFAULT_POLICY: ApprovalPolicy = {
  version: 'default-2026-11.3',
  currency: 'EUR',
  tiers: [
    {
      when: { kind: 'always' },
      reviewers: 1,
      customer: false,
      withinHours: 14 * 24,
      firstLookMinutes: 4 * 60,
      decisionMinutes: 24 * 60,
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
    {
      when: { kind: 'total-above', amount: '50000' },
      reviewers: 2,
      customer: true,
      firstLookMinutes: 2 * 60,
      reason: {
        de: 'Über 50.000 EUR insgesamt prüfen zwei verschiedene Personen.',
        en: 'Above 50,000 EUR in total two different people review.',
      },
    },
    {
      when: { kind: 'act', acts: ['withdrawal'] },
      reviewers: 1,
      customer: false,
      firstLookMinutes: 60,
      decisionMinutes: 8 * 60,
      reason: {
        de: 'Ein Widerruf hat eine gesetzliche Frist; er wird vorgezogen.',
        en: 'A withdrawal has a statutory time limit, so it comes first.',
      },
    },
    {
      when: { kind: 'customer-flag', flag: 'financial-distress', acts: ['conclude'] },
      reviewers: 1,
      customer: true,
      firstLookMinutes: 2 * 60,
      reason: {
        de: 'Zeigen die Zahlen Anzeichen finanzieller Not, bestätigt auch die Kundin oder der Kunde selbst jeden Abschluss.',
        en: 'Where the figures show signs of financial distress the customer confirms each deal as well.',
      },
    },
  ],
}

/** For one person alone, where an operator says so; the times and reasons of the table stay. */
export function selfApprovalPolicy(coolDownMinutes: number, table = DEFAULT_POLICY): ApprovalPolicy {
  const own = table !== DEFAULT_POLICY
  const version = own ? `${table.version}+self.${coolDownMinutes}` : `self-2026-11.${coolDownMinutes}`
  return { ...table, version, selfApproval: { coolDownMinutes } }
}

export interface PolicyVerdict {
  readonly required: RequiredVotes
  /** Hours from the proposal after which the answer is no; null where no row says. */
  readonly withinHours: number | null
  /** Within what time a look and a decision are due; empty where no row says, or nobody reviews. */
  readonly times: ReviewTimes
  /** One sentence per row that applied, in the table's order. */
  readonly reasons: readonly Bilingual[]
}

/**
 * The votes these terms need. The brief's total and term count too where they are higher than what the terms show:
 * a cancellation, say, has no amount in its terms.
 */
export function requiredVotes(
  terms: ProposalTerms,
  brief: Brief,
  policy = DEFAULT_POLICY,
  flags: readonly CustomerFlag[] = [],
): PolicyVerdict {
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
    if (when.kind === 'act') return holds(terms, when.acts)
    if (when.kind === 'customer-flag') {
      return flags.includes(when.flag) && (when.acts === undefined || holds(terms, when.acts))
    }
    return when.kind === 'always' || foreign
  })
  const hours = applied.flatMap((tier) => tier.withinHours ?? [])
  const required = demanded(applied, policy)
  return {
    required,
    withinHours: hours.length === 0 ? null : Math.min(...hours),
    times: required.reviewers === 0 ? {} : timesOf(applied),
    reasons: applied.map((tier) => tier.reason),
  }
}

function demanded(applied: readonly PolicyTier[], policy: ApprovalPolicy): RequiredVotes {
  const alone = policy.selfApproval
  const minutes = Math.max(0, alone?.coolDownMinutes ?? 0, ...applied.map((tier) => tier.coolDownMinutes ?? 0))
  const coolDown = minutes === 0 ? {} : { coolDownSeconds: minutes * 60 }
  const policyVersion = policy.version
  // Without time in between the second confirmation would be the first one clicked twice.
  if (alone !== undefined && minutes > 0) {
    return { reviewers: 0, customer: true, policyVersion, ...coolDown, selfApproval: true }
  }
  return {
    reviewers: Math.max(1, ...applied.map((tier) => tier.reviewers)), // no table can ask for less than one person
    customer: applied.some((tier) => tier.customer),
    policyVersion,
    ...coolDown,
  }
}

function timesOf(applied: readonly PolicyTier[]): ReviewTimes {
  const looks = applied.flatMap((tier) => tier.firstLookMinutes ?? [])
  const decisions = applied.flatMap((tier) => tier.decisionMinutes ?? [])
  return {
    ...(looks.length === 0 ? {} : { firstLookSeconds: Math.min(...looks) * 60 }),
    ...(decisions.length === 0 ? {} : { decisionSeconds: Math.min(...decisions) * 60 }),
  }
}

function holds(terms: ProposalTerms, kinds: readonly string[]): boolean {
  return terms.acts.some((act) => kindsOf(act).some((kind) => kinds.includes(kind)))
}

function kindsOf(act: Act): readonly string[] {
  return [act.type, act.type === 'conclude' ? act.terms.kind : act.notice]
}
