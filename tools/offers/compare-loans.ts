/**
 * Loan offers against each other and against doing nothing, for the same amount of money.
 *
 * @module
 */
import type { Bilingual, Explanation } from '../shared/explanation.ts'
import { add, type Currency, compareMoney, type Money, parseMoney, subtract } from '../shared/money.ts'
import { type Candidate, isStillValid, type Removal } from './candidate.ts'
import type { LoanContract } from './contract.ts'
import { explainBreakEven } from './explain-break-even.ts'
import { explainSaving, SPANS } from './explain-saving.ts'
import { type LoanFigures, loanFigures } from './loan-figures.ts'
import { breakEvenMonth, payOff } from './loan-switch.ts'
import { type LoanWish, missedWishes } from './loan-wish.ts'
import { presentLoanFigures } from './present-loan-figures.ts'
import type { LoanTerms } from './terms.ts'

/** What every surface that shows credit must say (Directive (EU) 2023/2225 Art. 8(1)). */
export const CREDIT_WARNING: Bilingual = {
  de: 'Achtung! Kreditaufnahme kostet Geld.',
  en: 'Caution! Borrowing money costs money.',
}

const LONGER_TERM: Bilingual = {
  de: 'Läuft länger als der jetzige Vertrag: die Rate sinkt auch deshalb, deshalb zählen die Gesamtkosten.',
  en: 'Runs longer than the present contract: the instalment is lower for that reason too, so the total is what counts.',
}
const OTHER_AMOUNT: Bilingual = {
  de: 'Auf den verglichenen Betrag umgerechnet; der Anbieter muss die Konditionen dafür bestätigen.',
  en: 'Converted to the amount compared; the provider has to confirm the terms for it.',
}

export interface RankedLoan {
  readonly id: string
  readonly provider: { readonly id: string; readonly name: string }
  /** `current` is doing nothing. */
  readonly origin: 'current' | 'quote' | 'market'
  readonly termMonths: number
  readonly figures: LoanFigures
  /** The most the present lender may ask for being paid early; zero for doing nothing. */
  readonly compensation: Money
  /** Against doing nothing, after fee and compensation; negative when the offer costs more; null without a present loan. */
  readonly saving: Money | null
  /** How the saving comes about; null where there is none to explain. */
  readonly whySaving: Explanation | null
  /** First month in which having switched is cheaper; null when it never is. */
  readonly breakEvenMonth: number | null
  readonly whyBreakEven: Explanation | null
  readonly notes: readonly Bilingual[]
  readonly validUntil: string | null
  readonly synthetic: boolean
  /** Shown, and never looked at by the order. */
  readonly commission: string | null
}

export interface LoanComparison {
  readonly amount: Money
  readonly rankedBy: NonNullable<LoanWish['rankBy']>
  /** Best first; doing nothing has its place among them where there is a present loan. */
  readonly ranked: readonly RankedLoan[]
  readonly removed: readonly Removal[]
  readonly warnings: readonly Bilingual[]
}

/**
 * Compares loans for one amount: the wish's, else what is left of the present loan.
 *
 * Offers past their validity, in another currency or outside the wish are removed with the reason. The order rests on
 * the rank criterion, then total, then provider id: never on commission, origin or the order of input.
 */
export function compareLoans(request: {
  readonly today: string
  readonly now: Date
  readonly current: LoanContract | null
  readonly amount: Money
  readonly wish: LoanWish
  readonly candidates: readonly Candidate<LoanTerms>[]
}): LoanComparison {
  const { current, amount, wish } = request
  const rankedBy = wish.rankBy ?? 'total'
  const stay = current === null ? null : doNothing(current)
  const ranked: RankedLoan[] = stay === null ? [] : [stay]
  const removed: Removal[] = []
  for (const candidate of request.candidates) {
    const reasons = unusable(candidate, request)
    if (reasons.length > 0) {
      removed.push({ id: candidate.id, provider: candidate.provider, reasons })
      continue
    }
    const loan = rank(candidate, amount, current, stay)
    const misses = missedWishes(wish, { ...loan, nominalRatePercent: candidate.terms.nominalRatePercent }, candidate)
    if (misses.length > 0) removed.push({ id: candidate.id, provider: candidate.provider, reasons: misses })
    else ranked.push(loan)
  }
  ranked.sort((a, b) => by(rankedBy, a, b) || compareMoney(cost(a), cost(b)) || (a.id < b.id ? -1 : 1))
  return { amount, rankedBy, ranked, removed, warnings: [CREDIT_WARNING] }
}

/** What an alternative costs in all from today: its payments and what leaving the present loan may cost. */
function cost(loan: RankedLoan): Money {
  return add(loan.figures.total, loan.compensation)
}

function by(criterion: NonNullable<LoanWish['rankBy']>, a: RankedLoan, b: RankedLoan): number {
  if (criterion === 'monthly') return compareMoney(a.figures.monthly, b.figures.monthly)
  if (criterion === 'total') return compareMoney(cost(a), cost(b))
  const rate = (loan: RankedLoan) => Number(loan.figures.effectiveRatePercent ?? Number.POSITIVE_INFINITY)
  return rate(a) - rate(b)
}

function doNothing(current: LoanContract): RankedLoan {
  const currency = current.currency as Currency
  const balance = parseMoney(current.loan.balance, currency, 'balance')
  return {
    id: current.id,
    provider: current.provider,
    origin: 'current',
    termMonths: current.loan.remainingMonths,
    figures: presentLoanFigures(current),
    compensation: subtract(balance, balance),
    saving: subtract(balance, balance),
    whySaving: null,
    breakEvenMonth: null,
    whyBreakEven: null,
    notes: [],
    validUntil: null,
    synthetic: false,
    commission: null,
  }
}

function rank(
  candidate: Candidate<LoanTerms>,
  amount: Money,
  current: LoanContract | null,
  stay: RankedLoan | null,
): RankedLoan {
  const figures = loanFigures(candidate.terms, amount)
  const leaving = current === null ? null : payOff(current, amount)
  const compensation = leaving?.compensation ?? subtract(amount, amount)
  const month = stay === null ? null : breakEvenMonth(stay.figures, figures, compensation)
  const notes: Bilingual[] = []
  if (stay !== null && candidate.terms.termMonths > stay.termMonths) notes.push(LONGER_TERM)
  if (parseMoney(candidate.terms.principal, amount.currency).minor !== amount.minor) notes.push(OTHER_AMOUNT)
  return {
    id: candidate.id,
    provider: candidate.provider,
    origin: candidate.origin,
    termMonths: candidate.terms.termMonths,
    figures,
    compensation,
    saving: stay === null ? null : subtract(stay.figures.total, add(figures.total, compensation)),
    whySaving:
      stay === null || leaving === null
        ? null
        : explainSaving({
            nothing: stay.figures.total,
            offer: figures.total,
            leaving: { cost: compensation, explanation: leaving.cap.explanation },
            span: SPANS.rest,
          }),
    breakEvenMonth: month,
    whyBreakEven: stay === null || month === null ? null : explainBreakEven(stay.figures, figures, compensation, month),
    notes,
    validUntil: candidate.validUntil,
    synthetic: candidate.synthetic,
    commission: candidate.commission ?? null,
  }
}

function unusable(
  candidate: Candidate<LoanTerms>,
  { today, now, amount }: { readonly today: string; readonly now: Date; readonly amount: Money },
): Removal['reasons'] {
  if (candidate.terms.currency !== amount.currency) {
    return [
      {
        code: 'OTHER_CURRENCY',
        text: { de: `lautet auf ${candidate.terms.currency}`, en: `is in ${candidate.terms.currency}` },
      },
    ]
  }
  if (!isStillValid(candidate.validUntil, today, now)) {
    return [{ code: 'OFFER_EXPIRED', text: { de: 'ist nicht mehr gültig', en: 'is no longer valid' } }]
  }
  return []
}
