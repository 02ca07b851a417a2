/**
 * The best offer that another counterparty of the same task verifiably stands by.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import type { Limits, Need } from '../mandates/mandate.ts'
import { bidCost } from './bid-cost.ts'
import type { Negotiation, RecordedMove } from './negotiation-ledger.ts'
import { readText } from './read-text.ts'
import type { Situation } from './strategy.ts'

/**
 * Verified means: it came over their channel with an id and an expiry that has not passed, and no words beside it that
 * leave its terms in doubt. What text offers, or what a customer's own quote promises, does not count.
 */
export function bestStanding(request: {
  readonly need: Need
  readonly limits: Limits
  /** The task's other negotiations. */
  readonly others: readonly { readonly negotiation: Negotiation; readonly moves: readonly RecordedMove[] }[]
  readonly now: Date
}): Situation['bestStanding'] {
  let best: { cost: Decimal; standing: NonNullable<Situation['bestStanding']> } | null = null
  for (const { negotiation, moves } of request.others) {
    const standing = standingOf(negotiation, moves)
    if (standing === null || new Date(standing.validUntil).getTime() <= request.now.getTime()) continue
    const bid = bidCost(request.need, request.limits, standing.terms)
    if (bid.kind === 'infeasible' || best?.cost.lte(bid.cost) === true) continue
    best = { cost: bid.cost, standing }
  }
  return best?.standing ?? null
}

function standingOf(negotiation: Negotiation, moves: readonly RecordedMove[]): Situation['bestStanding'] {
  if (negotiation.held !== null) return negotiation.held
  if (negotiation.status !== 'open') return null
  const last = moves.findLast(({ side }) => side === 'theirs')
  if (last?.terms == null || last.offerId === null || last.validUntil === null) return null
  if (readText(last.text, last.terms).doubts.length > 0) return null
  return { terms: last.terms, validUntil: last.validUntil }
}
