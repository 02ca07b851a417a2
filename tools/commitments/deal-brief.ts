/**
 * What a reviewer is told about a deal: every amount from the terms, every alternative from the comparison.
 *
 * @module
 */

import { PAYMENTS_A_YEAR } from '../insurance/annual-premium.ts'
import { moneyCost } from '../negotiation/bid-cost.ts'
import { planTotal } from '../negotiation/breaches.ts'
import type { Choice, HeldDeal, Ranked } from '../negotiation/choose-deal.ts'
import { loanFigures } from '../offers/loan-figures.ts'
import type { DealTerms } from '../offers/terms.ts'
import { dayOf } from '../shared/clock.ts'
import { type Currency, fromDecimal, parseMoney, toDecimal, toDecimalString } from '../shared/money.ts'
import { ACTS, IRREVERSIBLE, NOTES, NOTHING, SIMULATED, thenWords, WORST_CASES } from './deal-words.ts'
import type { Act, Alternative, Brief, BriefAmount } from './proposal.ts'

/** How many alternatives a reviewer is shown beside doing nothing. */
const SHOWN = 6

/** What comes with a deal: where its figures come from beside the offer itself, by when it is decided, what else is done. */
export interface DealContext {
  readonly sources: readonly string[]
  /** ISO instant; the earlier of offer and mandate. */
  readonly deadline: string
  /** The acts after the conclusion, in order. */
  readonly further: readonly Act[]
}

/** The brief for concluding `deal`, and for the acts that follow it. */
export function dealBrief(deal: HeldDeal, choice: Choice, { sources, deadline, further }: DealContext): Brief {
  const { terms, validUntil } = deal.held
  const family = terms.kind.startsWith('insurance-') ? 'insurance' : (terms.kind as keyof typeof ACTS)
  const { name, synthetic } = deal.counterparty
  const inWords = (locale: 'de' | 'en') => [
    `${ACTS[family][locale]}: ${name}${synthetic ? ` ${SIMULATED[locale]}` : ''}`,
    ...further.map((next) => thenWords(family, next)[locale]),
  ]
  return {
    act: { de: inWords('de').join('; '), en: inWords('en').join('; ') },
    counterparty: name,
    ...amountsOf(terms),
    worstCase: WORST_CASES[family],
    deadline,
    irreversible: IRREVERSIBLE[family],
    alternatives: alternatives(deal, choice, terms.currency),
    // Ids are in the terms; here a person reads what the figures rest on.
    sources: [`offer of ${name}, held until ${dayOf(validUntil)}`, ...sources],
  }
}

function alternatives(deal: HeldDeal, { ranked }: Choice, currency: string): readonly Alternative[] {
  const others = ranked.filter(({ id, origin }) => origin !== 'nothing' && id !== deal.negotiationId).slice(0, SHOWN)
  const nothing = ranked.find(({ origin }) => origin === 'nothing')
  return [
    { title: NOTHING, total: amountOf(nothing, currency), note: NOTES.nothing },
    ...others.map((other): Alternative => {
      return {
        title: { de: other.name, en: other.name },
        total: amountOf(other, currency),
        note: other.origin === 'quote' ? NOTES.quote : NOTES.market,
      }
    }),
  ]
}

/** Never negative: where the customer is paid, the alternative has no price to show. */
function amountOf(ranked: Ranked | undefined, currency: string): BriefAmount | null {
  const total = ranked?.total ?? null
  return total === null || total.minor < 0 ? null : { amount: toDecimalString(total), currency }
}

function amountsOf(terms: DealTerms): Pick<Brief, 'amounts' | 'termMonths'> {
  const { currency } = terms
  const of = (amount: string): BriefAmount => ({ amount, currency })
  const rounded = (value: Parameters<typeof fromDecimal>[0]) =>
    of(toDecimalString(fromDecimal(value, currency as Currency)))
  switch (terms.kind) {
    case 'instalment-loan': {
      const figures = loanFigures(terms, parseMoney(terms.principal, currency as Currency))
      const monthly = of(terms.instalment ?? toDecimalString(figures.monthly))
      const total = rounded(toDecimal(figures.total))
      return { amounts: { now: of(terms.originationFee), monthly, total }, termMonths: terms.termMonths }
    }
    case 'instalment-plan':
      return {
        amounts: { now: of(terms.fee), monthly: of(terms.monthly), total: rounded(planTotal(terms)) },
        termMonths: terms.months,
      }
    case 'settlement':
      return { amounts: { now: of(terms.amount), monthly: null, total: of(terms.amount) }, termMonths: null }
    case 'fee-waiver': {
      const left = rounded(moneyCost(terms))
      return { amounts: { now: left, monthly: null, total: left }, termMonths: null }
    }
    case 'overdraft':
      return { amounts: { now: of('0.00'), monthly: null, total: rounded(moneyCost(terms)) }, termMonths: null }
    case 'savings':
      return {
        amounts: { now: of('0.00'), monthly: null, total: of('0.00') },
        termMonths: terms.guaranteedMonths === 0 ? null : terms.guaranteedMonths,
      }
    default: {
      const premium = parseMoney(terms.annualPremium, currency as Currency)
      const now = rounded(toDecimal(premium).dividedBy(PAYMENTS_A_YEAR[terms.paymentFrequency]))
      const monthly = terms.paymentFrequency === 'monthly' ? now : null
      return { amounts: { now, monthly, total: of(terms.annualPremium) }, termMonths: 12 }
    }
  }
}
