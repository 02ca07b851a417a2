/**
 * What a party with a trick makes of its answer. A counterparty of ours has to see through typed terms, never through
 * words: each trick shows in the terms, in their validity, or is mere text.
 *
 * @module
 */
import type { DealTerms } from '../../tools/offers/terms.ts'
import type { Trick } from './parties.ts'
import type { Bargain } from './pricing/desks.ts'
import type { Answer } from './wire.ts'

type Reply = Pick<Answer, 'move' | 'terms'>

/** The reply as a party with these tricks gives it. */
export function tricked(reply: Reply, tricks: readonly Trick[], round: number, bargain: Bargain | null): Reply {
  let { move, terms } = reply
  if (terms === undefined) return reply
  if (tricks.includes('raise') && round > 0 && round % 2 === 0 && bargain !== null && move === 'offer') {
    terms = bargain.ask(bargain.line.open + 0.5 * Math.abs(bargain.line.open - bargain.line.limit))
  }
  if (tricks.includes('accept-otherwise') && move !== 'reject' && bargain !== null) {
    move = 'accept'
    terms = bargain.ask(bargain.line.open)
  }
  for (const trick of tricks) terms = TERMS[trick]?.(terms) ?? terms
  return { move, terms }
}

/** Minutes for which an offer of a party with these tricks stands; null: as long as usual. */
export function minutesValid(tricks: readonly Trick[]): number | null {
  if (tricks.includes('expired')) return -60
  return tricks.includes('exploding') ? 10 : null
}

const TERMS: Partial<Record<Trick, (terms: DealTerms) => DealTerms>> = {
  'hidden-fee'(terms) {
    if (terms.kind === 'instalment-loan')
      return { ...withoutStated(terms), originationFee: share(terms.principal, 0.04), earlyRepaymentFeePercent: '1.0' }
    return terms.kind === 'instalment-plan' ? { ...terms, fee: share(terms.amount, 0.15) } : terms
  },
  'longer-term'(terms) {
    if (terms.kind === 'instalment-loan')
      return { ...withoutStated(terms), termMonths: Math.min(600, terms.termMonths * 2) }
    if (terms.kind !== 'instalment-plan') return terms
    return { ...terms, months: terms.months * 2, monthly: share(terms.monthly, 0.75) }
  },
  'less-cover'(terms) {
    if (!('annualPremium' in terms)) return terms
    const coverage = Object.fromEntries(Object.keys(terms.coverage).map((cover) => [cover, 'not' as const]))
    const deductible = (Number(terms.deductible) + 500).toFixed(2)
    return { ...terms, coverage, deductible, sumInsured: share(terms.sumInsured, 0.5) }
  },
  'other-currency': (terms) => ({ ...terms, currency: terms.currency === 'USD' ? 'EUR' : 'USD' }),
  'per-month'(terms) {
    if ('annualPremium' in terms)
      return { ...terms, annualPremium: share(terms.annualPremium, 1 / 12), paymentFrequency: 'monthly' }
    if (!('nominalRatePercent' in terms)) return terms
    const monthly = { ...terms, nominalRatePercent: (Number(terms.nominalRatePercent) / 12).toFixed(2) }
    return monthly.kind === 'instalment-loan' ? withoutStated(monthly) : monthly
  },
}

function withoutStated<T extends DealTerms & { kind: 'instalment-loan' }>(terms: T): T {
  const { instalment: _, effectiveRatePercent: __, ...rest } = terms
  return rest as T
}

function share(amount: string, part: number): string {
  return (Math.round(Number(amount) * part * 100) / 100).toFixed(2)
}
