/**
 * The annuity formula and what follows from it, unrounded until the end.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import { loanRate, MAX_MONTHS, positive, type Rate, refuse, shown, whole } from './ranges.ts'

export const ANNUITY: Rule = {
  id: 'math.annuity',
  title: { de: 'Annuität (gleichbleibende Monatsrate)', en: 'Annuity (equal monthly instalments)' },
  source: 'A = P i / (1 - (1 + i)^-n)',
  validFrom: null,
  validTo: null,
}

/** The terms of a loan in equal monthly instalments, in arrears; the rate is nominal, charged monthly. */
export interface AnnuityTerms {
  readonly principal: Money
  readonly nominalRatePercent: Rate
  readonly months: number
}

/** The instalment rounded half up and in full, and what follows when the unrounded one is paid throughout. */
export interface Annuity {
  readonly instalment: Money
  readonly exact: Decimal
  readonly totalPaid: Money
  readonly totalInterest: Money
  readonly explanation: Explanation
}

/** The equal monthly instalment that repays a loan. @throws InvalidInput for terms out of range */
export function annuity(terms: AnnuityTerms): Annuity {
  requireTerms(terms)
  const { principal, months } = terms
  const exact = instalmentOf(toDecimal(principal), monthlyRate(terms.nominalRatePercent), months)
  const paid = exact.times(months)
  const instalment = fromDecimal(exact, principal.currency)
  return {
    instalment,
    exact,
    totalPaid: fromDecimal(paid, principal.currency),
    totalInterest: fromDecimal(paid.minus(toDecimal(principal)), principal.currency),
    explanation: explain(terms, instalment, paid),
  }
}

/** What is still owed after a number of unrounded instalments (balloon: the balance of the long loan at the short end). */
export function balanceAfter(terms: AnnuityTerms, payments: number): Money {
  requireTerms(terms)
  refuse(whole('payments', payments, 0, terms.months))
  const { principal, months } = terms
  const rate = monthlyRate(terms.nominalRatePercent)
  const exact = instalmentOf(toDecimal(principal), rate, months)
  return fromDecimal(balanceOf(toDecimal(principal), rate, exact, payments), principal.currency)
}

/** A nominal yearly rate in percent as the rate of one month. */
export function monthlyRate(nominalRatePercent: Rate): Decimal {
  return new Decimal(nominalRatePercent).dividedBy(1200)
}

/** An effective yearly rate in percent as the rate of one month that compounds to it. */
export function monthlyRateOfEffective(effectiveRatePercent: Rate): Decimal {
  return new Decimal(effectiveRatePercent).dividedBy(100).plus(1).pow(new Decimal(1).dividedBy(12)).minus(1)
}

/** `P i / (1 - (1 + i)^-n)`, and `P / n` without interest; amounts in major units. */
export function instalmentOf(principal: Decimal, rate: Decimal, months: number): Decimal {
  if (rate.isZero()) return principal.dividedBy(months)
  return principal.times(rate).dividedBy(new Decimal(1).minus(rate.plus(1).pow(-months)))
}

/** `P (1 + i)^k - A ((1 + i)^k - 1) / i`; amounts in major units. */
export function balanceOf(principal: Decimal, rate: Decimal, instalment: Decimal, payments: number): Decimal {
  if (rate.isZero()) return principal.minus(instalment.times(payments))
  const growth = rate.plus(1).pow(payments)
  return principal.times(growth).minus(instalment.times(growth.minus(1)).dividedBy(rate))
}

function requireTerms({ principal, nominalRatePercent, months }: AnnuityTerms): void {
  refuse(
    positive('principal', principal),
    loanRate('nominalRatePercent', nominalRatePercent),
    whole('months', months, 1, MAX_MONTHS),
  )
}

function explain(
  { principal, nominalRatePercent, months }: AnnuityTerms,
  instalment: Money,
  paid: Decimal,
): Explanation {
  const total = fromDecimal(paid, principal.currency)
  return {
    title: ANNUITY.title,
    ruleIds: [ANNUITY.id],
    inputs: { principal: shown(principal), nominalRatePercent: String(nominalRatePercent), months: String(months) },
    steps: [
      {
        text: {
          de: 'Sollzins je Monat: Jahreszins geteilt durch 12',
          en: 'Nominal rate per month: yearly rate over 12',
        },
        value: `${monthlyRate(nominalRatePercent).times(100).toDecimalPlaces(6)} %`,
      },
      {
        text: { de: 'Monatsrate nach der Annuitätenformel', en: 'Monthly instalment by the annuity formula' },
        value: shown(instalment),
      },
      { text: { de: `${months} Raten zusammen`, en: `${months} instalments together` }, value: shown(total) },
    ],
    sources: [ANNUITY.source],
  }
}
