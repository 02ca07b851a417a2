/**
 * Insurance offers against each other and against the present policy: cover first, then price.
 *
 * @module
 */
import { ANNUAL_PREMIUM_RULE } from '../insurance/annual-premium.ts'
import { type CoverageGap, type CoverageTable, compareCoverage } from '../insurance/coverage-gap.ts'
import { insuranceDeadline } from '../insurance/deadlines.ts'
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import { type Currency, compareMoney, type Money, parseMoney, subtract, toDecimalString } from '../shared/money.ts'
import { type Candidate, isStillValid, type Removal } from './candidate.ts'
import type { InsuranceContract } from './contract.ts'
import { type InsuranceWish, missedInsuranceWishes } from './insurance-wish.ts'
import type { InsuranceKind, InsuranceTerms } from './terms.ts'

export interface RankedInsurance {
  readonly id: string
  readonly provider: { readonly id: string; readonly name: string }
  /** `current` is doing nothing. */
  readonly origin: 'current' | 'quote' | 'market'
  readonly yearly: Money
  readonly deductible: Money
  readonly sumInsured: Money
  /** Where the cover is less, or not known to be as much, as required or as today. */
  readonly gaps: readonly CoverageGap[]
  /** Against the present policy, a year; negative when it costs more; null without one. */
  readonly saving: Money | null
  readonly notes: readonly Bilingual[]
  readonly validUntil: string | null
  readonly synthetic: boolean
  /** Shown, and never looked at by the order. */
  readonly commission: string | null
  readonly explanation: Explanation
}

export interface InsuranceComparison {
  readonly ranked: readonly RankedInsurance[]
  readonly removed: readonly Removal[]
  /** Last day on which notice of ordinary termination of the present policy may arrive; null without one. */
  readonly lastNoticeDay: string | null
  readonly whyLastNoticeDay: Explanation | null
  readonly warnings: readonly Bilingual[]
}

const NEVER_UNINSURED: Bilingual = {
  de: 'Den jetzigen Vertrag erst kündigen, wenn der neue Schutz schriftlich bestätigt ist.',
  en: 'Do not end the present policy before the new cover is confirmed in writing.',
}
const HIGHER_DEDUCTIBLE: Bilingual = {
  de: 'Die Selbstbeteiligung ist höher als heute.',
  en: 'The deductible is higher than today.',
}
const LOWER_SUM: Bilingual = {
  de: 'Die Deckungssumme ist niedriger als heute.',
  en: 'The sum insured is lower than today.',
}

/**
 * Compares policies of one kind. Must-haves remove an offer; what is left is ordered by: no gap before any gap, then
 * the premium of a year, then id. Commission, origin and the order of input have no say.
 */
export function compareInsurance(request: {
  readonly today: string
  readonly now: Date
  readonly kind: InsuranceKind
  readonly current: InsuranceContract | null
  readonly wish: InsuranceWish
  readonly candidates: readonly Candidate<InsuranceTerms>[]
}): InsuranceComparison {
  const { current, wish } = request
  const stay = current === null ? null : presentTerms(current)
  const wanted: CoverageTable = {
    ...stay?.coverage,
    ...Object.fromEntries((wish.requiredCoverage ?? []).map((cover) => [cover, 'covered' as const])),
  }
  const ranked: RankedInsurance[] = []
  const removed: Removal[] = []
  if (current !== null && stay !== null) {
    ranked.push(
      rank(
        { id: current.id, provider: current.provider, origin: 'current', terms: stay, source: current.source },
        stay,
        wanted,
      ),
    )
  }
  for (const candidate of request.candidates) {
    const reasons = [...unusable(candidate, request), ...missedInsuranceWishes(wish, candidate.terms)]
    if (reasons.length > 0) removed.push({ id: candidate.id, provider: candidate.provider, reasons })
    else ranked.push(rank(candidate, stay, wanted))
  }
  ranked.sort(
    (a, b) =>
      Math.min(a.gaps.length, 1) - Math.min(b.gaps.length, 1) ||
      compareMoney(a.yearly, b.yearly) ||
      (a.id < b.id ? -1 : 1),
  )
  return {
    ranked,
    removed,
    ...lastNotice(current),
    warnings: current === null ? [] : [NEVER_UNINSURED],
  }
}

/** The present policy in the shape of offered terms. */
export function presentTerms(current: InsuranceContract): InsuranceTerms {
  const { periodEnd: _, livingAreaSquareMetres, underinsuranceWaiver, noClaimsClass, ...rest } = current.insurance
  return {
    kind: current.kind,
    currency: current.currency,
    ...rest,
    ...(livingAreaSquareMetres === undefined ? {} : { livingAreaSquareMetres }),
    ...(underinsuranceWaiver === undefined ? {} : { underinsuranceWaiver }),
    ...(noClaimsClass === undefined ? {} : { noClaimsClass }),
  }
}

function lastNotice(
  current: InsuranceContract | null,
): Pick<InsuranceComparison, 'lastNoticeDay' | 'whyLastNoticeDay'> {
  if (current === null) return { lastNoticeDay: null, whyLastNoticeDay: null }
  const { periodEnd, noticeMonths } = current.insurance
  const { lastDay, explanation } = insuranceDeadline({ kind: 'ordinary', periodEnd, noticeMonths })
  return { lastNoticeDay: lastDay, whyLastNoticeDay: explanation }
}

function rank(
  candidate: Pick<Candidate<InsuranceTerms>, 'id' | 'provider' | 'terms' | 'source'> &
    Partial<Pick<Candidate<InsuranceTerms>, 'validUntil' | 'synthetic' | 'commission'>> & {
      readonly origin: RankedInsurance['origin']
    },
  stay: InsuranceTerms | null,
  wanted: CoverageTable,
): RankedInsurance {
  const { terms } = candidate
  const currency = terms.currency as Currency
  const yearly = parseMoney(terms.annualPremium, currency, 'annualPremium')
  const deductible = parseMoney(terms.deductible, currency, 'deductible')
  const sumInsured = parseMoney(terms.sumInsured, currency, 'sumInsured')
  const today = stay === null ? null : parseMoney(stay.annualPremium, currency, 'annualPremium')
  const notes: Bilingual[] = []
  if (stay !== null && compareMoney(deductible, parseMoney(stay.deductible, currency)) > 0)
    notes.push(HIGHER_DEDUCTIBLE)
  if (stay !== null && compareMoney(sumInsured, parseMoney(stay.sumInsured, currency)) < 0) notes.push(LOWER_SUM)
  return {
    id: candidate.id,
    provider: candidate.provider,
    origin: candidate.origin,
    yearly,
    deductible,
    sumInsured,
    gaps: compareCoverage(wanted, terms.coverage).gaps,
    saving: today === null ? null : subtract(today, yearly),
    notes,
    validUntil: candidate.validUntil ?? null,
    synthetic: candidate.synthetic ?? false,
    commission: candidate.commission ?? null,
    explanation: explain(candidate.source, yearly, today),
  }
}

function explain(source: string, yearly: Money, today: Money | null): Explanation {
  const shown = (amount: Money) => `${toDecimalString(amount)} ${amount.currency}`
  return {
    title: { de: 'Beitrag im Jahr', en: 'Premium a year' },
    ruleIds: [ANNUAL_PREMIUM_RULE.id],
    inputs: { annualPremium: shown(yearly), ...(today === null ? {} : { premiumToday: shown(today) }) },
    steps: [
      ...(today === null
        ? []
        : [{ text: { de: 'Heutiger Beitrag im Jahr', en: 'Premium a year today' }, value: shown(today) }]),
      {
        text: {
          de: 'Beitrag im Jahr mit Steuer und Ratenzuschlag',
          en: 'Premium a year with tax and instalment surcharge',
        },
        value: shown(yearly),
      },
      ...(today === null
        ? []
        : [
            {
              text: { de: 'Heutiger Beitrag weniger neuer Beitrag', en: 'Premium of today less the new one' },
              value: shown(subtract(today, yearly)),
            },
          ]),
    ],
    sources: [source],
  }
}

function unusable(
  candidate: Candidate<InsuranceTerms>,
  request: {
    readonly today: string
    readonly now: Date
    readonly kind: InsuranceKind
    readonly current: InsuranceContract | null
  },
): Removal['reasons'] {
  const { terms } = candidate
  if (terms.kind !== request.kind) {
    return [{ code: 'OTHER_KIND', text: { de: 'ist eine andere Versicherung', en: 'is another kind of insurance' } }]
  }
  if (request.current !== null && terms.currency !== request.current.currency) {
    const { currency } = terms
    return [{ code: 'OTHER_CURRENCY', text: { de: `lautet auf ${currency}`, en: `is in ${currency}` } }]
  }
  if (!isStillValid(candidate.validUntil, request.today, request.now)) {
    return [{ code: 'OFFER_EXPIRED', text: { de: 'ist nicht mehr gültig', en: 'is no longer valid' } }]
  }
  return []
}
