/**
 * A comparison as references: every figure of every alternative with the offer or the rule it comes from.
 *
 * @module
 */
import { explanationId } from '../explanations/explanation-book.ts'
import type { Explanation } from '../shared/explanation.ts'
import type { Fact, FactSource } from '../shared/fact.ts'
import { factMaker, refPart } from '../shared/make-facts.ts'
import { type Money, toDecimalString } from '../shared/money.ts'
import type { ComparedOffer, ToolAnswer } from '../shared/tool-answer.ts'
import type { Removal } from './candidate.ts'
import type { InsuranceComparison, RankedInsurance } from './compare-insurance.ts'
import type { LoanComparison, RankedLoan } from './compare-loans.ts'

type Kept = { readonly id: string; readonly explanation: Explanation }

/** The answer, and the reasoning behind its figures, to be kept before the answer is shown. */
export interface ComparisonAnswer {
  readonly answer: ToolAnswer
  readonly explanations: readonly Kept[]
}

/** A comparison of loans. @param asOf the day it was computed */
export function loanAnswer(
  comparison: LoanComparison,
  {
    customerId,
    asOf,
    canNegotiate,
  }: { readonly customerId: string; readonly asOf: string; readonly canNegotiate: boolean },
): ComparisonAnswer {
  const kept: Kept[] = []
  const facts: Fact[] = []
  const offers = comparison.ranked.map((loan, index): ComparedOffer => {
    const explained = keep(customerId, loan.figures.explanation, kept)
    const make = factMaker(prefixOf(loan), sourceOf(loan, explained, asOf))
    const whySaving = loan.whySaving === null ? explained : keep(customerId, loan.whySaving, kept)
    const against = factMaker(prefixOf(loan), sourceOf(loan, whySaving, asOf))
    const whyMonth = loan.whyBreakEven === null ? explained : keep(customerId, loan.whyBreakEven, kept)
    const about = loan.provider.name
    const cash = (name: string, amount: Money, de: string, en: string, per?: 'month', by = make) =>
      push(facts, by.money(name, worth(amount, per), { de: `${de}, ${about}`, en: `${en}, ${about}` }))
    const { effectiveRatePercent } = loan.figures
    push(facts, make.duration('term', loan.termMonths, 'month', { de: `Laufzeit, ${about}`, en: `term, ${about}` }))
    nameWithDigits(loan, make, facts)
    return {
      offerId: loan.id,
      provider: about,
      rank: index + 1,
      origin: loan.origin,
      monthly: cash('monthly', loan.figures.monthly, 'Monatsrate', 'monthly instalment', 'month'),
      yearly: null,
      total: cash('total', loan.figures.total, 'Gesamtkosten ab heute', 'total to pay from today'),
      effectiveRate:
        effectiveRatePercent === null
          ? null
          : push(
              facts,
              make.rate('effective', effectiveRatePercent, 'effective', {
                de: `berechnet, ${about}`,
                en: `computed, ${about}`,
              }),
            ),
      saving:
        loan.saving === null || loan.origin === 'current'
          ? null
          : cash(
              'saving',
              loan.saving,
              'Ersparnis gegen Nichtstun',
              'saving against doing nothing',
              undefined,
              against,
            ),
      leaving:
        loan.compensation.minor === 0
          ? null
          : cash(
              'compensation',
              loan.compensation,
              'Vorfälligkeitsentschädigung höchstens, für den Wechsel zu',
              'compensation for early repayment at most, for going to',
              undefined,
              against,
            ),
      breakEvenMonth:
        loan.breakEvenMonth === null
          ? null
          : push(
              facts,
              factMaker(prefixOf(loan), sourceOf(loan, whyMonth, asOf)).duration(
                'break-even',
                loan.breakEvenMonth,
                'month',
                {
                  de: `lohnt sich nach, ${about}`,
                  en: `pays off after, ${about}`,
                },
              ),
            ),
      gaps: [],
      validUntil: validity(loan.validUntil, make, about, facts),
    }
  })
  const notes = comparison.ranked.flatMap((loan) => loan.notes)
  return {
    answer: {
      kind: 'comparison',
      what: 'loan',
      offers,
      removed: comparison.removed.map(removal),
      warnings: distinct([...comparison.warnings, ...notes]),
      canNegotiate,
      facts,
    },
    explanations: kept,
  }
}

/** A comparison of insurance policies. */
export function insuranceAnswer(
  comparison: InsuranceComparison,
  {
    customerId,
    asOf,
    canNegotiate,
  }: { readonly customerId: string; readonly asOf: string; readonly canNegotiate: boolean },
): ComparisonAnswer {
  const kept: Kept[] = []
  const facts: Fact[] = []
  const offers = comparison.ranked.map((policy, index): ComparedOffer => {
    const explained = keep(customerId, policy.explanation, kept)
    const make = factMaker(prefixOf(policy), sourceOf(policy, explained, asOf))
    const about = policy.provider.name
    const cash = (name: string, amount: Money, de: string, en: string, per?: 'year') =>
      push(facts, make.money(name, worth(amount, per), { de: `${de}, ${about}`, en: `${en}, ${about}` }))
    cash('deductible', policy.deductible, 'Selbstbeteiligung', 'deductible')
    cash('sum-insured', policy.sumInsured, 'Deckungssumme', 'sum insured')
    nameWithDigits(policy, make, facts)
    return {
      offerId: policy.id,
      provider: about,
      rank: index + 1,
      origin: policy.origin,
      monthly: null,
      yearly: cash('yearly', policy.yearly, 'Beitrag', 'premium', 'year'),
      total: null,
      effectiveRate: null,
      saving:
        policy.saving === null || policy.origin === 'current'
          ? null
          : cash('saving', policy.saving, 'Ersparnis gegen heute', 'saving against today', 'year'),
      breakEvenMonth: null,
      gaps: policy.gaps.map(({ item, offered }) => ({ cover: item, state: offered })),
      validUntil: validity(policy.validUntil, make, about, facts),
    }
  })
  if (comparison.lastNoticeDay !== null) {
    const why = comparison.whyLastNoticeDay
    const rule = factMaker('insurance', {
      ...{ type: 'rule', id: 'insurance-ordinary-termination', asOf },
      ...(why === null ? {} : { explanationId: keep(customerId, why, kept) }),
    })
    push(
      facts,
      rule.date('last-notice', comparison.lastNoticeDay, {
        de: 'letzter Tag für die Kündigung',
        en: 'last day to give notice',
      }),
    )
  }
  const notes = comparison.ranked.flatMap((policy) => policy.notes)
  return {
    answer: {
      kind: 'comparison',
      what: 'insurance',
      offers,
      removed: comparison.removed.map(removal),
      warnings: distinct([...comparison.warnings, ...notes]),
      canNegotiate,
      facts,
    },
    explanations: kept,
  }
}

function keep(customerId: string, explanation: Explanation, kept: Kept[]): string {
  const id = explanationId(customerId, explanation)
  kept.push({ id, explanation })
  return id
}

function prefixOf({ id, origin }: RankedLoan | RankedInsurance): string {
  return `${origin === 'current' ? 'contract' : 'offer'}.${refPart(id)}.cmp`
}

function sourceOf({ id, origin }: RankedLoan | RankedInsurance, explanation: string, asOf: string): FactSource {
  return { type: origin === 'current' ? 'contract' : 'offer', id, asOf, explanationId: explanation }
}

function worth(amount: Money, per?: 'month' | 'year') {
  return { amount: toDecimalString(amount), currency: amount.currency, ...(per === undefined ? {} : { per }) }
}

function validity(until: string | null, make: ReturnType<typeof factMaker>, about: string, facts: Fact[]) {
  if (until === null) return null
  return push(
    facts,
    make.date('valid-until', until.slice(0, 10), { de: `gültig bis, ${about}`, en: `valid until, ${about}` }),
  )
}

function nameWithDigits(of: RankedLoan | RankedInsurance, make: ReturnType<typeof factMaker>, facts: Fact[]): void {
  if (/\d/.test(of.provider.name))
    push(facts, make.name('provider.name', of.provider.name, { de: 'Anbieter', en: 'provider' }))
}

function removal({ provider, reasons }: Removal) {
  return {
    provider: provider.name,
    reason: {
      de: reasons.map(({ text }) => text.de).join('; '),
      en: reasons.map(({ text }) => text.en).join('; '),
    },
    figures: [],
  }
}

function push(facts: Fact[], fact: Fact): string {
  facts.push(fact)
  return fact.ref
}

function distinct<T extends { readonly de: string }>(texts: readonly T[]): readonly T[] {
  return [...new Map(texts.map((text) => [text.de, text])).values()]
}
