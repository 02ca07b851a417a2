/**
 * What savings grow to with compound interest.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal } from '../shared/money.ts'
import { likewise, MAX_MONTHS, notNegative, percent, type Rate, refuse, shown, whole } from './ranges.ts'

export const SAVINGS: Rule = {
  id: 'math.savings.compound',
  title: { de: 'Zinseszins auf Erspartes', en: 'Compound interest on savings' },
  source: '(1 + r/m)^(m t); monthly deposits in advance, each compounded from its month on',
  validFrom: null,
  validTo: null,
}

export interface SavingsPlan {
  readonly principal: Money
  readonly nominalRatePercent: Rate
  /** How often interest is credited in a year. */
  readonly creditsPerYear: number
  readonly months: number
  /** Paid at the start of each month; nothing unless told. */
  readonly monthlyDeposit?: Money
}

export interface Savings {
  readonly finalBalance: Money
  readonly interest: Money
  readonly explanation: Explanation
}

/** The balance after a number of months, before tax, rounded once. @throws InvalidInput for figures out of range */
export function savings(plan: SavingsPlan): Savings {
  const { principal, nominalRatePercent, creditsPerYear, months } = plan
  const deposit = plan.monthlyDeposit ?? { ...principal, minor: 0 }
  refuse(
    notNegative('principal', principal),
    percent('nominalRatePercent', nominalRatePercent, -10, 100),
    whole('creditsPerYear', creditsPerYear, 1, 365),
    whole('months', months, 0, MAX_MONTHS),
    notNegative('monthlyDeposit', deposit),
    likewise('monthlyDeposit', deposit, principal),
  )
  const perCredit = new Decimal(nominalRatePercent).dividedBy(100).dividedBy(creditsPerYear).plus(1)
  const perMonth = perCredit.pow(new Decimal(creditsPerYear).dividedBy(12))
  const growth = perCredit.pow(new Decimal(creditsPerYear * months).dividedBy(12))
  const deposits = toDecimal(deposit).times(seriesInAdvance(perMonth, growth, months))
  const exact = toDecimal(principal).times(growth).plus(deposits)
  const finalBalance = fromDecimal(exact, principal.currency)
  const interest = { ...finalBalance, minor: finalBalance.minor - principal.minor - deposit.minor * months }
  return { finalBalance, interest, explanation: explain(plan, finalBalance, interest) }
}

/** `g + g^2 + ... + g^n`: what one unit paid in at the start of each month has grown to. */
function seriesInAdvance(perMonth: Decimal, growth: Decimal, months: number): Decimal {
  if (perMonth.eq(1)) return new Decimal(months)
  return perMonth.times(growth.minus(1)).dividedBy(perMonth.minus(1))
}

function explain(plan: SavingsPlan, finalBalance: Money, interest: Money): Explanation {
  return {
    title: SAVINGS.title,
    ruleIds: [SAVINGS.id],
    inputs: {
      principal: shown(plan.principal),
      nominalRatePercent: String(plan.nominalRatePercent),
      creditsPerYear: String(plan.creditsPerYear),
      months: String(plan.months),
      ...(plan.monthlyDeposit === undefined ? {} : { monthlyDeposit: shown(plan.monthlyDeposit) }),
    },
    steps: [
      { text: { de: 'Guthaben am Ende', en: 'Balance at the end' }, value: shown(finalBalance) },
      { text: { de: 'davon Zinsen vor Steuern', en: 'of which interest before tax' }, value: shown(interest) },
    ],
    sources: [SAVINGS.source],
  }
}
