/**
 * Whether a figure in a counterparty's words goes with its terms.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { DealTerms } from '../offers/terms.ts'
import type { AmountReading } from '../shared/words/parse-amount.ts'
import type { RateReading } from '../shared/words/parse-rate.ts'
import type { TermReading } from '../shared/words/parse-term.ts'
import type { Topic } from './text-topic.ts'

export type Doubt =
  | 'other-rate'
  | 'rate-per-month'
  | 'other-fee'
  | 'other-amount'
  | 'other-term'
  | 'other-currency'
  | 'ambiguous'
  | 'condition'
  | 'extra-cost'

/** Null where the rate is one of the terms, or no claim about them (a step, a discount). */
export function checkRate(topic: Topic, readings: readonly RateReading[], terms: DealTerms): Doubt | null {
  if (topic === 'step' || readings.every(({ unit }) => unit === 'points')) return null
  if (topic === 'fee') return readings.every(({ percent }) => isFee(percent, terms)) ? null : 'other-fee'
  const known = percentsOf(terms)
  if (readings.some(({ per }) => per === 'month')) return 'rate-per-month'
  if (readings.every(({ percent }) => known.some((one) => one.eq(percent)))) return null
  return readings.length > 1 && readings.some(({ percent }) => known.some((one) => one.eq(percent)))
    ? 'ambiguous'
    : 'other-rate'
}

/** @param after the words right behind the amount, which may say that it comes every month */
export function checkAmount(
  topic: Topic,
  readings: readonly AmountReading[],
  terms: DealTerms,
  after: string,
): Doubt | null {
  if (readings.some(({ currency }) => currency !== null && currency !== terms.currency)) return 'other-currency'
  if (topic === 'step') return null
  const known = amountsOf(terms)
  const own = fieldOf(topic, terms)
  const monthly = /^\W{0,3}(?:im Monat|pro Monat|monatlich|p\. ?m|per month|a month|monthly|mtl)/iu.test(after)
  const fits = ({ amount }: AmountReading): boolean => {
    const value = new Decimal(amount)
    if (topic === 'fee') return feesOf(terms).some((fee) => fee.eq(value))
    if (topic === 'premium' && monthly) return known.some((one) => one.minus(value.times(12)).abs().lte('0.12'))
    return (own === null ? known : [own]).some((one) => one.eq(value))
  }
  if (readings.every(fits)) return null
  if (readings.length > 1 && readings.some(fits)) return 'ambiguous'
  return topic === 'fee' ? 'other-fee' : 'other-amount'
}

export function checkTerm(topic: Topic, readings: readonly TermReading[], terms: DealTerms): Doubt | null {
  if (topic !== 'term') return null
  const months = 'termMonths' in terms ? terms.termMonths : 'months' in terms ? terms.months : null
  if (months === null) return null
  const spoken = readings.flatMap((reading) => (reading.months === null ? [] : [reading.months]))
  return spoken.length === 0 || spoken.every((one) => one === months) ? null : 'other-term'
}

function percentsOf(terms: DealTerms): readonly Decimal[] {
  const named = ['nominalRatePercent', 'effectiveRatePercent', 'earlyRepaymentFeePercent'] as const
  const fields = terms as unknown as Readonly<Record<string, string | undefined>>
  return named.flatMap((name) => (fields[name] === undefined ? [] : [new Decimal(fields[name])]))
}

function feesOf(terms: DealTerms): readonly Decimal[] {
  if (terms.kind === 'instalment-loan') return [new Decimal(terms.originationFee)]
  if (terms.kind === 'instalment-plan') return [new Decimal(terms.fee)]
  return terms.kind === 'fee-waiver'
    ? [new Decimal(terms.claimed), new Decimal(terms.waived), new Decimal(terms.claimed).minus(terms.waived)]
    : [new Decimal(0)]
}

/** The amount of the terms that a topic is about; null where any of them may be meant. */
function fieldOf(topic: Topic, terms: DealTerms): Decimal | null {
  if (!('annualPremium' in terms)) return null
  if (topic === 'deductible') return new Decimal(terms.deductible)
  if (topic === 'sum-insured') return new Decimal(terms.sumInsured)
  return topic === 'premium' ? new Decimal(terms.annualPremium) : null
}

/** A fee in percent is that of the principal, or the one for early repayment. */
function isFee(percent: string, terms: DealTerms): boolean {
  if (terms.kind !== 'instalment-loan') return new Decimal(percent).isZero()
  const asMoney = new Decimal(terms.principal).times(percent).dividedBy(100)
  return asMoney.minus(terms.originationFee).abs().lt('0.01') || new Decimal(percent).eq(terms.earlyRepaymentFeePercent)
}

/** Every amount of the terms, and what a year of insurance is a month. */
function amountsOf(terms: DealTerms): readonly Decimal[] {
  const amounts = Object.entries(terms).flatMap(([name, value]) =>
    typeof value === 'string' && !name.endsWith('Percent') && /^\d+(\.\d+)?$/u.test(value) ? [new Decimal(value)] : [],
  )
  const left = terms.kind === 'fee-waiver' ? [new Decimal(terms.claimed).minus(terms.waived)] : []
  const gone = terms.kind === 'settlement' ? [new Decimal(terms.claim).minus(terms.amount)] : []
  return [...amounts, ...left, ...gone]
}
