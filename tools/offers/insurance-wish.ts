/**
 * What the customer wants of an insurance, and what in an offer misses it. Cover comes before price.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'
import { type Currency, compareMoney, type Money, parseMoney } from '../shared/money.ts'
import type { Removal } from './candidate.ts'
import { coverWords } from './cover-words.ts'
import type { InsuranceTerms } from './terms.ts'

/** Every bound is included. */
export interface InsuranceWish {
  readonly maxYearly?: Money
  readonly maxMonthly?: Money
  readonly maxDeductible?: Money
  readonly minSumInsured?: Money
  /** Covers that must be there; `partly` and `unknown` do not count. */
  readonly requiredCoverage?: readonly string[]
}

/** The wishes an offer misses, with codes; empty when it fits. */
export function missedInsuranceWishes(wish: InsuranceWish, terms: InsuranceTerms): Removal['reasons'] {
  const currency = terms.currency as Currency
  const premium = parseMoney(terms.annualPremium, currency, 'annualPremium')
  const deductible = parseMoney(terms.deductible, currency, 'deductible')
  const sum = parseMoney(terms.sumInsured, currency, 'sumInsured')
  const checks: [boolean, string, Bilingual][] = [
    [
      wish.maxYearly !== undefined && compareMoney(premium, wish.maxYearly) > 0,
      'PREMIUM_TOO_HIGH',
      { de: 'kostet mehr als gewünscht', en: 'costs more than wished' },
    ],
    [
      wish.maxMonthly !== undefined && premium.minor > wish.maxMonthly.minor * 12,
      'PREMIUM_TOO_HIGH',
      { de: 'kostet im Monat mehr als gewünscht', en: 'costs more a month than wished' },
    ],
    [
      wish.maxDeductible !== undefined && compareMoney(deductible, wish.maxDeductible) > 0,
      'DEDUCTIBLE_TOO_HIGH',
      { de: 'hat eine höhere Selbstbeteiligung als gewünscht', en: 'has a higher deductible than wished' },
    ],
    [
      wish.minSumInsured !== undefined && compareMoney(sum, wish.minSumInsured) < 0,
      'SUM_INSURED_TOO_LOW',
      { de: 'hat eine niedrigere Deckungssumme als gewünscht', en: 'has a lower sum insured than wished' },
    ],
    ...(wish.requiredCoverage ?? []).map((cover): [boolean, string, Bilingual] => coverCheck(cover, terms)),
  ]
  return checks.filter(([missed]) => missed).map(([, code, text]) => ({ code, text }))
}

function coverCheck(cover: string, terms: InsuranceTerms): [boolean, string, Bilingual] {
  const { de, en } = coverWords(cover)
  const state = terms.coverage[cover] ?? 'unknown'
  if (state === 'unknown') {
    return [
      true,
      `COVER_UNKNOWN:${cover}`,
      {
        de: `sagt nicht, ob enthalten: ${de}`,
        en: `does not say whether included: ${en}`,
      },
    ]
  }
  return [
    state !== 'covered',
    `COVER_MISSING:${cover}`,
    { de: `enthält nicht ganz: ${de}`, en: `does not fully include: ${en}` },
  ]
}
