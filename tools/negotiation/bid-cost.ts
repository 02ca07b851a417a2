/**
 * What terms cost the customer in money, so that any two of one kind can be compared. Lower is better.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { annuity } from '../credit/annuity.ts'
import type { Limits, Need } from '../mandates/mandate.ts'
import type { DealTerms, InsuranceKind } from '../offers/terms.ts'
import { type Currency, parseMoney } from '../shared/money.ts'
import { remember } from '../shared/remember.ts'
import { type Breach, breaches, planTotal, statedTotal } from './breaches.ts'

export type BidCost =
  /** Major units of the terms' currency; negative where the customer is paid. */
  | { readonly kind: 'cost'; readonly cost: Decimal }
  | { readonly kind: 'infeasible'; readonly reasons: readonly Breach[] }

/** The cost of terms under limits, or why they are out of the question at any price. */
export function bidCost(need: Need, limits: Limits, terms: DealTerms): BidCost {
  return bidCostOf([need, limits, terms])
}

/** The same few terms are weighed again at every turn of every talk of a need, so the latest costs are kept. */
const KEPT = 2_000

const bidCostOf = remember(
  KEPT,
  JSON.stringify,
  ([need, limits, terms]: readonly [Need, Limits, DealTerms]): BidCost => {
    const reasons = breaches(need, limits, terms)
    return reasons.length > 0 ? { kind: 'infeasible', reasons } : { kind: 'cost', cost: moneyCost(terms) }
  },
)

/** Claims a year that the deductible is paid for, by kind: an assumption for comparing, not a forecast. */
const CLAIMS_A_YEAR: Record<InsuranceKind, string> = {
  'insurance-household': '0.05',
  'insurance-liability': '0.03',
  'insurance-car': '0.1',
  'insurance-legal': '0.08',
  'insurance-phone': '0.15',
}

/** What a month of waiting is worth to somebody who pays by instalments: 6 % a year, an assumption for comparing. */
const MONTH_OF_WAITING = new Decimal('0.005')

/**
 * The cost of terms whatever the limits say: all payments of a loan with its fee; a year of insurance with what its
 * deductible will cost on average; what a plan costs today; what is left to pay; a year of interest.
 */
export function moneyCost(terms: DealTerms): Decimal {
  return costOf(terms)
}

const costOf = remember(KEPT, JSON.stringify, (terms: DealTerms): Decimal => {
  switch (terms.kind) {
    case 'instalment-loan': {
      const principal = parseMoney(terms.principal, terms.currency as Currency, 'principal')
      const { exact } = annuity({ principal, nominalRatePercent: terms.nominalRatePercent, months: terms.termMonths })
      return Decimal.max(exact.times(terms.termMonths).plus(terms.originationFee), statedTotal(terms))
    }
    case 'instalment-plan': {
      const each = planTotal(terms).minus(terms.fee).dividedBy(terms.months)
      const worth = new Decimal(1).minus(MONTH_OF_WAITING.plus(1).pow(-terms.months)).dividedBy(MONTH_OF_WAITING)
      return each.times(worth).plus(terms.fee)
    }
    case 'settlement':
      return new Decimal(terms.amount)
    case 'fee-waiver':
      return new Decimal(terms.claimed).minus(terms.waived)
    case 'overdraft':
      return yearOf(terms.limit, terms.nominalRatePercent, terms.settlementsPerYear)
    case 'savings':
      return yearOf(terms.balance, terms.nominalRatePercent, terms.creditsPerYear).negated()
    default:
      return new Decimal(terms.deductible).times(CLAIMS_A_YEAR[terms.kind]).plus(terms.annualPremium)
  }
})

/** Interest of a year on an amount, compounded at each settlement. */
function yearOf(amount: string, nominalRatePercent: string, periods: number): Decimal {
  const growth = new Decimal(nominalRatePercent)
    .dividedBy(periods * 100)
    .plus(1)
    .pow(periods)
  return new Decimal(amount).times(growth.minus(1))
}
