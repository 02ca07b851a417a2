/**
 * The worst that may still be taken: the limits, what stands today, and what is held elsewhere.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import type { DealTerms } from '../offers/terms.ts'
import { bidCost, moneyCost } from './bid-cost.ts'
import { type Lever, lastPosition } from './lever.ts'
import type { Situation } from './strategy.ts'

/** Whether terms may be taken at all: inside the limits, and no dearer than doing nothing or than a standing offer. */
export interface Reserve {
  /** By the mandate alone: limits and doing nothing. Nothing worse is ever offered. */
  allows(terms: DealTerms): boolean
  /** The mandate, raised by the best verified standing offer elsewhere. Nothing worse is ever taken. */
  beats(terms: DealTerms): boolean
  /** The last position of the lever that `allows` or `beats` holds for; null when there is none. */
  lastAllowed(lever: Lever): number | null
  lastBeating(lever: Lever): number | null
}

export function reserveOf(situation: Pick<Situation, 'need' | 'limits' | 'current' | 'bestStanding' | 'now'>): Reserve {
  const { need, limits, current, bestStanding, now } = situation
  const standing =
    bestStanding !== null && new Date(bestStanding.validUntil).getTime() > new Date(now).getTime()
      ? moneyCost(bestStanding.terms)
      : null
  const within = (terms: DealTerms, ...ceilings: readonly (Decimal | null)[]): boolean => {
    const bid = bidCost(need, limits, terms)
    return bid.kind === 'cost' && ceilings.every((ceiling) => ceiling === null || bid.cost.lte(ceiling))
  }
  const nothing = (terms: DealTerms): Decimal | null =>
    current !== null && comparable(current, terms) ? moneyCost(current) : null
  const allows = (terms: DealTerms): boolean => within(terms, nothing(terms))
  const beats = (terms: DealTerms): boolean => within(terms, nothing(terms), standing)
  return {
    allows,
    beats,
    lastAllowed: (lever) => lastPosition(lever, allows),
    lastBeating: (lever) => lastPosition(lever, beats),
  }
}

/** Doing nothing is a yardstick only for the same thing: another loan amount is another purchase. */
export function comparable(current: DealTerms, terms: DealTerms): boolean {
  if (current.kind !== terms.kind || current.currency !== terms.currency) return false
  if (current.kind === 'instalment-loan' && terms.kind === 'instalment-loan') {
    return Number(current.principal) === Number(terms.principal)
  }
  // An instalment plan stands against having to pay at once, which the customer cannot: there is nothing to compare.
  return current.kind !== 'instalment-plan'
}
