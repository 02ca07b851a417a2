/**
 * What an overdraft costs: its effective rate and the interest of days.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import { roundRate } from './apr-result.ts'
import { notNegative, percent, type Rate, refuse, whole } from './ranges.ts'

/** A fully drawn overdraft without fees has this APR (Annex III Part II (d)); offers are compared by it. */
export const OVERDRAFT: Rule = {
  id: 'eu.ccd.overdraft.effective',
  title: { de: 'Effektiver Jahreszins eines Dispokredits', en: 'Effective rate of an overdraft' },
  source: '(1 + i/m)^m - 1; Dir. (EU) 2023/2225 Annex III Part II (d); § 504 BGB; § 18 PAngV',
  validFrom: '2010-06-11',
  validTo: null,
}

export interface EffectiveRate {
  /** Unrounded, in percent. */
  readonly exact: number
  /** To two decimals, half up. */
  readonly rounded: Decimal
  readonly explanation: Explanation
}

/** The effective yearly rate of a nominal one whose interest is charged several times a year. */
export function overdraftEffectiveRate({
  nominalRatePercent,
  settlementsPerYear,
}: {
  readonly nominalRatePercent: Rate
  readonly settlementsPerYear: number
}): EffectiveRate {
  refuse(percent('nominalRatePercent', nominalRatePercent), whole('settlementsPerYear', settlementsPerYear, 1, 365))
  const perPeriod = new Decimal(nominalRatePercent).dividedBy(100).dividedBy(settlementsPerYear)
  const exact = perPeriod.plus(1).pow(settlementsPerYear).minus(1).times(100).toNumber()
  const rounded = roundRate(exact, 'DE')
  return {
    exact,
    rounded,
    explanation: {
      title: OVERDRAFT.title,
      ruleIds: [OVERDRAFT.id],
      inputs: { nominalRatePercent: String(nominalRatePercent), settlementsPerYear: String(settlementsPerYear) },
      steps: [
        {
          text: { de: 'Zinssatz je Abrechnung', en: 'Rate per settlement' },
          value: `${perPeriod.times(100).toDecimalPlaces(6)} %`,
        },
        {
          text: { de: 'Mit Zinseszins auf ein Jahr', en: 'Compounded over a year' },
          value: `${rounded.toFixed(2)} %`,
        },
      ],
      sources: [OVERDRAFT.source],
    },
  }
}

/** The interest on a constant debit balance for a number of days, a year counted as 365, rounded half up once. */
export function dayInterest({
  balance,
  nominalRatePercent,
  days,
}: {
  readonly balance: Money
  readonly nominalRatePercent: Rate
  readonly days: number
}): Money {
  refuse(
    notNegative('balance', balance),
    percent('nominalRatePercent', nominalRatePercent),
    whole('days', days, 0, 36_600),
  )
  const interest = toDecimal(balance).times(nominalRatePercent).times(days).dividedBy(36_500)
  return fromDecimal(interest, balance.currency)
}
