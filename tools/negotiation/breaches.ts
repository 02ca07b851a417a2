/**
 * Where terms leave the limits of a mandate. The words name the limit and never its value: the value is secret.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { annuity } from '../credit/annuity.ts'
import type { Limits, Need } from '../mandates/mandate.ts'
import { loanFigures } from '../offers/loan-figures.ts'
import type { DealTerms, InsuranceTerms, LoanTerms } from '../offers/terms.ts'
import type { Bilingual } from '../shared/explanation.ts'
import { type Currency, type Money, parseMoney, toDecimal } from '../shared/money.ts'
import { type BreachCode, WORDS } from './breach-words.ts'
import { kindOfNeed } from './kind-of-need.ts'

export interface Breach {
  readonly code: BreachCode
  readonly text: Bilingual
}

type Check = readonly [exceeded: boolean, code: BreachCode]

/** Every limit that the terms break; empty when they lie inside. Bounds are included. */
export function breaches(need: Need, limits: Limits, terms: DealTerms): readonly Breach[] {
  const kind = kindOfNeed(need, limits)
  const rightKind = kind === null ? terms.kind.startsWith('insurance-') : terms.kind === kind
  if (!rightKind) return [breach('OTHER_KIND')]
  if (terms.currency !== (limits.currency ?? 'EUR')) return [breach('OTHER_CURRENCY')]
  return checks(limits, terms)
    .filter(([exceeded]) => exceeded)
    .map(([, code]) => breach(code))
}

function checks(limits: Limits, terms: DealTerms): readonly Check[] {
  switch (terms.kind) {
    case 'instalment-loan':
      return loanChecks(limits, terms)
    case 'instalment-plan': {
      const paid = planTotal(terms)
      return [
        [differs(terms.amount, limits.amount), 'OTHER_AMOUNT'],
        [new Decimal(terms.monthly).times(terms.months).lt(terms.amount), 'PLAN_DOES_NOT_PAY'],
        [above(terms.monthly, limits.maxMonthly), 'MONTHLY_TOO_HIGH'],
        [above(terms.fee, limits.maxFee), 'FEE_TOO_HIGH'],
        [above(paid, limits.maxTotal), 'TOTAL_TOO_HIGH'],
        ...termChecks(limits, terms.months),
      ]
    }
    case 'settlement':
      return [
        [differs(terms.claim, limits.amount), 'OTHER_AMOUNT'],
        [above(terms.amount, terms.claim), 'TOTAL_TOO_HIGH'],
        [above(terms.amount, limits.maxTotal), 'TOTAL_TOO_HIGH'],
      ]
    case 'fee-waiver': {
      const left = new Decimal(terms.claimed).minus(terms.waived)
      return [
        [differs(terms.claimed, limits.amount), 'OTHER_AMOUNT'],
        [left.lt(0), 'OTHER_AMOUNT'],
        [above(left, limits.maxFee), 'FEE_TOO_HIGH'],
        [above(left, limits.maxTotal), 'TOTAL_TOO_HIGH'],
      ]
    }
    case 'overdraft':
      return [
        [differs(terms.limit, limits.amount), 'OTHER_AMOUNT'],
        [above(terms.nominalRatePercent, limits.maxNominalRatePercent), 'NOMINAL_RATE_TOO_HIGH'],
        [
          above(compounded(terms.nominalRatePercent, terms.settlementsPerYear), limits.maxEffectiveRatePercent),
          'EFFECTIVE_RATE_TOO_HIGH',
        ],
      ]
    case 'savings':
      return [
        [differs(terms.balance, limits.amount), 'OTHER_AMOUNT'],
        [below(terms.nominalRatePercent, limits.minRatePercent), 'RATE_TOO_LOW'],
      ]
    default:
      return insuranceChecks(limits, terms)
  }
}

function loanChecks(limits: Limits, terms: LoanTerms): readonly Check[] {
  const principal = parseMoney(terms.principal, terms.currency as Currency, 'principal')
  const { exact, instalment } = annuity({
    principal,
    nominalRatePercent: terms.nominalRatePercent,
    months: terms.termMonths,
  })
  // The rounded and the unrounded instalment bracket every schedule; the dearer one counts. What the provider states
  // counts where it is worse than both: the difference is a cost we do not know.
  const monthly = Decimal.max(toDecimal(instalment), terms.instalment ?? 0)
  const paid = Decimal.max(exact, toDecimal(instalment)).times(terms.termMonths).plus(terms.originationFee)
  const total = Decimal.max(paid, statedTotal(terms))
  // The APR is the dearest figure to compute, so it is computed only where a limit asks for it.
  const effective = limits.maxEffectiveRatePercent === undefined ? null : effectiveRate(terms, principal)
  return [
    [differs(terms.principal, limits.amount), 'OTHER_AMOUNT'],
    [above(terms.nominalRatePercent, limits.maxNominalRatePercent), 'NOMINAL_RATE_TOO_HIGH'],
    [effective !== null && above(effective, limits.maxEffectiveRatePercent), 'EFFECTIVE_RATE_TOO_HIGH'],
    [above(monthly, limits.maxMonthly), 'MONTHLY_TOO_HIGH'],
    [above(total, limits.maxTotal), 'TOTAL_TOO_HIGH'],
    [above(terms.originationFee, limits.maxFee), 'FEE_TOO_HIGH'],
    ...termChecks(limits, terms.termMonths),
  ]
}

/** Computed or stated, whichever is higher; a rate that cannot be computed is above every limit. */
function effectiveRate(terms: LoanTerms, principal: Money): Decimal {
  const computed = loanFigures(terms, principal).effectiveRatePercent ?? 999
  return Decimal.max(computed, terms.effectiveRatePercent ?? computed)
}

function insuranceChecks(limits: Limits, terms: InsuranceTerms): readonly Check[] {
  const required = (limits.requiredCoverage ?? []).map((cover) => [cover, 'covered'] as const)
  const wanted = [...Object.entries(limits.coverage ?? {}), ...required]
  return [
    [above(terms.annualPremium, limits.maxAnnualPremium ?? limits.maxTotal), 'PREMIUM_TOO_HIGH'],
    [above(terms.annualPremium, limits.maxTotal), 'TOTAL_TOO_HIGH'],
    [above(new Decimal(terms.annualPremium).dividedBy(12), limits.maxMonthly), 'MONTHLY_TOO_HIGH'],
    [above(terms.deductible, limits.maxDeductible), 'DEDUCTIBLE_TOO_HIGH'],
    [below(terms.sumInsured, limits.minSumInsured), 'SUM_INSURED_TOO_LOW'],
    [wanted.some(([cover, state]) => LEVEL[terms.coverage[cover] ?? 'unknown'] < LEVEL[state]), 'COVER_MISSING'],
  ]
}

/** What nobody can say is covered counts as not covered. */
const LEVEL = { covered: 2, partly: 1, not: 0, unknown: 0 }

function termChecks({ minTermMonths, maxTermMonths }: Limits, months: number): readonly Check[] {
  return [
    [minTermMonths !== undefined && months < minTermMonths, 'TERM_TOO_SHORT'],
    [maxTermMonths !== undefined && months > maxTermMonths, 'TERM_TOO_LONG'],
  ]
}

/** What a plan makes the customer pay; the last instalment is smaller where rounding up would overshoot. */
export function planTotal({ amount, months, monthly, fee }: Extract<DealTerms, { kind: 'instalment-plan' }>): Decimal {
  const paid = new Decimal(monthly).times(months)
  const rounding = new Decimal(months).dividedBy(100)
  return (paid.minus(amount).lte(rounding) ? new Decimal(amount) : paid).plus(fee)
}

/** All payments as the provider states them; nothing where it states none. */
export function statedTotal({ instalment, termMonths, originationFee }: LoanTerms): Decimal {
  if (instalment === undefined) return new Decimal(0)
  // A stated instalment is rounded to the cent; half a cent a month is rounding and no hidden cost.
  return new Decimal(instalment).minus('0.01').times(termMonths).plus(originationFee)
}

function compounded(nominalRatePercent: string, periods: number): Decimal {
  return new Decimal(nominalRatePercent)
    .dividedBy(periods * 100)
    .plus(1)
    .pow(periods)
    .minus(1)
    .times(100)
    .toDecimalPlaces(2)
}

function above(value: Decimal | string, limit: string | undefined): boolean {
  return limit !== undefined && new Decimal(value).gt(limit)
}

function below(value: string, limit: string | undefined): boolean {
  return limit !== undefined && new Decimal(value).lt(limit)
}

function differs(value: string, wanted: string | undefined): boolean {
  return wanted !== undefined && !new Decimal(value).eq(wanted)
}

function breach(code: BreachCode): Breach {
  return { code, text: WORDS[code] }
}
