/**
 * A mandate's walls as facts, and what may be told to whom in words.
 *
 * @module
 */
import { coverWords } from '../offers/cover-words.ts'
import { today } from '../shared/clock.ts'
import type { Bilingual } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import type { ToolAnswer } from '../shared/tool-answer.ts'
import type { Disclosable, Limits, Mandate, Need } from './mandate.ts'

/** What each need is called. */
export const NEED_WORDS: Readonly<Record<Need, Bilingual>> = {
  'refinance-loan': { de: 'Umschuldung eines Ratenkredits', en: 'refinancing an instalment loan' },
  'new-loan': { de: 'neuer Ratenkredit', en: 'a new instalment loan' },
  insurance: { de: 'Versicherung', en: 'insurance' },
  'instalment-plan': { de: 'Ratenplan', en: 'instalment plan' },
  settlement: { de: 'Vergleich', en: 'settlement' },
  'fee-waiver': { de: 'Erlass einer Gebühr', en: 'waiver of a fee' },
  overdraft: { de: 'Dispozins', en: 'overdraft rate' },
  savings: { de: 'Guthabenzins', en: 'savings rate' },
}

/** What each field that may be told is called. */
export const DISCLOSURE_WORDS: Readonly<Record<Disclosable, Bilingual>> = {
  'age-band': { de: 'Altersgruppe', en: 'age band' },
  'net-monthly-income': { de: 'Nettoeinkommen im Monat', en: 'net monthly income' },
  'contract-terms': { de: 'Bedingungen des jetzigen Vertrags', en: 'terms of the present contract' },
  'living-area': { de: 'Wohnfläche', en: 'living area' },
  'no-claims-class': { de: 'Schadenfreiheitsklasse', en: 'no-claims class' },
  'debt-reference': { de: 'Aktenzeichen der Forderung', en: 'reference of the debt' },
  'verified-offers': { de: 'geprüfte andere Angebote', en: 'verified other offers' },
}

type Cash = 'amount' | 'maxMonthly' | 'maxTotal' | 'maxFee' | 'maxAnnualPremium' | 'maxDeductible' | 'minSumInsured'

const CASH: readonly (readonly [Cash, string, Bilingual, ('month' | 'year')?])[] = [
  ['amount', 'amount', { de: 'Betrag', en: 'amount' }],
  ['maxMonthly', 'max-monthly', { de: 'Monatsbetrag höchstens', en: 'monthly payment at most' }, 'month'],
  ['maxTotal', 'max-total', { de: 'höchstens insgesamt', en: 'at most in total' }],
  ['maxFee', 'max-fee', { de: 'Gebühr höchstens', en: 'fee at most' }],
  ['maxAnnualPremium', 'max-premium', { de: 'Beitrag höchstens', en: 'premium at most' }, 'year'],
  ['maxDeductible', 'max-deductible', { de: 'Selbstbeteiligung höchstens', en: 'deductible at most' }],
  ['minSumInsured', 'min-sum', { de: 'Deckungssumme mindestens', en: 'sum insured at least' }],
]

/** The limits that were set, in a stable order, and the day the mandate ends. */
export function mandateFacts(
  mandate: Pick<Mandate, 'id' | 'limits' | 'expiresAt'>,
  currency: string,
): {
  readonly limits: readonly Fact[]
  readonly expires: Fact
} {
  const { limits } = mandate
  const make = factMaker(`mandate.${refPart(mandate.id)}`, { type: 'mandate', id: mandate.id })
  const rate = (
    key: keyof Limits & `${string}Percent`,
    name: string,
    kind: 'nominal' | 'effective',
    meaning: Bilingual,
  ) => {
    const percent = limits[key]
    return percent === undefined ? [] : [make.rate(name, percent, kind, meaning)]
  }
  const months = (key: 'minTermMonths' | 'maxTermMonths', name: string, meaning: Bilingual) => {
    const length = limits[key]
    return length === undefined ? [] : [make.duration(name, length, 'month', meaning)]
  }
  return {
    limits: [
      ...CASH.flatMap(([key, name, meaning, per]) => {
        const amount = limits[key]
        return amount === undefined
          ? []
          : [make.money(name, { amount, currency, ...(per === undefined ? {} : { per }) }, meaning)]
      }),
      ...rate('maxNominalRatePercent', 'max-nominal', 'nominal', { de: 'höchstens', en: 'at most' }),
      ...rate('maxEffectiveRatePercent', 'max-effective', 'effective', { de: 'höchstens', en: 'at most' }),
      ...rate('minRatePercent', 'min-rate', 'nominal', { de: 'mindestens', en: 'at least' }),
      ...months('minTermMonths', 'min-term', { de: 'Laufzeit mindestens', en: 'term at least' }),
      ...months('maxTermMonths', 'max-term', { de: 'Laufzeit höchstens', en: 'term at most' }),
    ],
    expires: make.date('expires', today({ now: () => new Date(mandate.expiresAt) }), {
      de: 'gilt bis',
      en: 'valid until',
    }),
  }
}

/** The draft as the customer must see it before confirming. */
export function mandateDraftAnswer(
  mandate: Mandate,
  counterpartyNames: readonly string[],
  { currency, about }: { readonly currency: string; readonly about: string | null },
): ToolAnswer {
  const { limits, expires } = mandateFacts(mandate, currency)
  return {
    kind: 'mandate-draft',
    mandateId: mandate.id,
    need: mandate.need,
    about,
    limits: limits.map(({ ref }) => ref),
    cover: (mandate.limits.requiredCoverage ?? []).map(coverWords),
    counterparties: counterpartyNames,
    disclosures: mandate.disclosures.map((field) => DISCLOSURE_WORDS[field]),
    expires: expires.ref,
    facts: [...limits, expires],
  }
}
