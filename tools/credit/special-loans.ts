/**
 * Loans that are no plain annuity: interest only, a deferred start, a second rate. Formulas, rounded at the end.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import { balanceOf, instalmentOf, monthlyRate, monthlyRateOfEffective } from './annuity.ts'
import { loanRate, MAX_MONTHS, positive, type Rate, refuse, whole } from './ranges.ts'

/** A yearly rate of one kind or the other. */
export type YearlyRate = { readonly nominalRatePercent: Rate } | { readonly effectiveRatePercent: Rate }

/** The rate of one month. @throws InvalidInput when the yearly rate is out of range */
export function monthlyRateFrom(rate: YearlyRate): Decimal {
  if ('nominalRatePercent' in rate) {
    refuse(loanRate('nominalRatePercent', rate.nominalRatePercent))
    return monthlyRate(rate.nominalRatePercent)
  }
  refuse(loanRate('effectiveRatePercent', rate.effectiveRatePercent))
  return monthlyRateOfEffective(rate.effectiveRatePercent)
}

/** The monthly payment of a loan that pays interest alone. */
export function monthlyInterest({ principal, ...rate }: { readonly principal: Money } & YearlyRate): Money {
  refuse(positive('principal', principal))
  return fromDecimal(toDecimal(principal).times(monthlyRateFrom(rate)), principal.currency)
}

/** What is owed when a loan starts to be repaid after months whose interest was added to it, and the instalment then. */
export function deferredLoan({
  principal,
  nominalRatePercent,
  months,
  deferralMonths,
}: {
  readonly principal: Money
  readonly nominalRatePercent: Rate
  /** How many instalments follow the deferral. */
  readonly months: number
  readonly deferralMonths: number
}): { readonly balanceAtStart: Money; readonly instalment: Money } {
  refuse(
    positive('principal', principal),
    whole('months', months, 1, MAX_MONTHS),
    whole('deferralMonths', deferralMonths, 0, MAX_MONTHS),
  )
  const rate = monthlyRateFrom({ nominalRatePercent })
  const balance = toDecimal(principal).times(rate.plus(1).pow(deferralMonths))
  return {
    balanceAtStart: fromDecimal(balance, principal.currency),
    instalment: fromDecimal(instalmentOf(balance, rate, months), principal.currency),
  }
}

/** The instalments before and after a change of the rate, both for the term that is left. */
export function rateChange({
  principal,
  nominalRatePercent1,
  monthsAtRate1,
  nominalRatePercent2,
  months,
}: {
  readonly principal: Money
  readonly nominalRatePercent1: Rate
  readonly monthsAtRate1: number
  readonly nominalRatePercent2: Rate
  /** All instalments, those at the first rate included. */
  readonly months: number
}): { readonly instalment1: Money; readonly instalment2: Money } {
  refuse(
    positive('principal', principal),
    loanRate('nominalRatePercent1', nominalRatePercent1),
    loanRate('nominalRatePercent2', nominalRatePercent2),
    whole('months', months, 2, MAX_MONTHS),
    whole('monthsAtRate1', monthsAtRate1, 1, Math.max(1, months - 1)),
  )
  const rate1 = monthlyRate(nominalRatePercent1)
  const first = instalmentOf(toDecimal(principal), rate1, months)
  const balance = balanceOf(toDecimal(principal), rate1, first, monthsAtRate1)
  const second = instalmentOf(balance, monthlyRate(nominalRatePercent2), months - monthsAtRate1)
  const { currency } = principal
  return { instalment1: fromDecimal(first, currency), instalment2: fromDecimal(second, currency) }
}
