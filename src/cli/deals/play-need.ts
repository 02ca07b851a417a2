/**
 * One need played to its end: all its talks, coupled through what stands elsewhere as in service.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import { bidCost, moneyCost } from '../../../tools/negotiation/bid-cost.ts'
import { type TalkNow, turnOf } from '../../../tools/negotiation/coordinate.ts'
import { leverFor } from '../../../tools/negotiation/lever-for.ts'
import { readAnswer } from '../../../tools/negotiation/read-answer.ts'
import { reserveOf } from '../../../tools/negotiation/reserve.ts'
import type { Exchange, NegotiationStrategy, Situation } from '../../../tools/negotiation/strategy.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'
import type { Said } from '../../sandbox/haggle.ts'
import type { DrawnNeed, DrawnParty } from './draw-need.ts'
import { answerOf } from './party-manners.ts'

const NOW = '2026-11-22T09:00:00.000Z'
const VALID_UNTIL = '2026-12-06T09:00:00.000Z'

export interface PlayedNeed {
  /** What the best held offer costs, and what it was to be had for: the worst that is allowed, the best any party would go to. */
  readonly held: Decimal | null
  readonly worst: Decimal
  readonly best: Decimal
  /** Talks that ended with a held offer, and those that could have. */
  readonly agreed: number
  readonly possible: number
  readonly moves: number
  /** Own offers that asked for more than an earlier one of the same talk. */
  readonly retreats: number
}

interface Played {
  readonly party: DrawnParty
  readonly history: Exchange[]
  readonly said: Said[]
  held: DealTerms | null
  open: boolean
}

/** Null where nothing could be agreed: no party would go where the limits allow and doing nothing is worse. */
export function playNeed(drawn: DrawnNeed, strategy: NegotiationStrategy, turns: number): PlayedNeed | null {
  const { need, kind, limits, current } = drawn
  const reserve = reserveOf({ need, limits, current, bestStanding: null, now: NOW })
  const lever = leverFor(drawn)
  const allowed = reserve.lastAllowed(lever)
  if (allowed === null) return null
  const worst = moneyCost(lever.at(allowed))
  const limitsOf = drawn.parties.flatMap(({ bargainOver }) => {
    const bargain = bargainOver(lever.at(lever.start))
    const terms = bargain?.ask(bargain.line.limit)
    return terms !== undefined && reserve.allows(terms) ? [moneyCost(terms)] : []
  })
  const best = limitsOf.reduce<Decimal | null>((low, cost) => (low === null || cost.lt(low) ? cost : low), null)
  if (best === null || best.gte(worst)) return null
  const talks = drawn.parties.map((party): Played => ({ party, history: [], said: [], held: null, open: true }))
  let retreats = 0
  // Talks come up one after the other, as their jobs do; a pass in which nobody spoke would be a standstill.
  for (let spoke = true; spoke; ) {
    spoke = false
    for (const talk of talks.filter(({ open }) => open)) {
      const turn = turnOf(nowOf(talk), { ...drawn, talks: talks.map(nowOf), turnsEach: turns, now: NOW })
      if (turn.kind === 'rest') continue
      spoke = true
      const { history } = talk
      const move = strategy.decide({
        ...{ need, kind, limits, current, now: NOW, history: [...history] },
        turnsLeft: turn.kind === 'bargain' ? turn.turnsLeft : 0,
        bestStanding: standing(drawn, talks, talk),
      })
      const before = history.findLast(({ ours }) => ours.move === 'offer')?.ours.terms
      if (move.move === 'offer' && before !== undefined && moneyCost(move.terms).lt(moneyCost(before))) retreats += 1
      speak(talk, move.move, move.move === 'walk-away' ? undefined : move.terms, history.length)
    }
  }
  const held = talks.flatMap((talk) => (talk.held === null ? [] : [moneyCost(talk.held)]))
  return {
    ...{ worst, best, retreats, possible: limitsOf.length },
    held: held.reduce<Decimal | null>((low, cost) => (low === null || cost.lt(low) ? cost : low), null),
    agreed: talks.filter((talk) => talk.held !== null).length,
    moves: talks.reduce((sum, { history }) => sum + history.length, 0),
  }
}

function speak(
  talk: Played,
  move: 'offer' | 'accept' | 'walk-away',
  terms: DealTerms | undefined,
  round: number,
): void {
  const { party, said, history } = talk
  const bargain = terms === undefined ? null : party.bargainOver(terms)
  const reply = answerOf(party.manner, bargain, said, { round, move, terms })
  const answer = reply.terms === undefined ? reply : { ...reply, offerId: `o-${round}`, validUntil: VALID_UNTIL }
  const ours = { move, ...(terms === undefined ? {} : { terms }) }
  const meaning = readAnswer(ours, answer, new Date(NOW))
  said.push({ round, theirs: terms ?? null, answer })
  history.push({ round, ours, theirs: meaning.kind === 'agreed' ? answer : meaning.answer })
  if (meaning.kind === 'agreed') talk.held = meaning.held.terms
  if (meaning.kind === 'agreed' || move === 'walk-away') talk.open = false
}

function nowOf({ party, history, held, open }: Played): TalkNow {
  return { id: party.id, history, heldTerms: held, status: open ? 'open' : held === null ? 'impasse' : 'agreed' }
}

/** The cheapest that another talk holds or has on the table. */
function standing({ need, limits }: DrawnNeed, talks: readonly Played[], own: Played): Situation['bestStanding'] {
  let best: { terms: DealTerms; cost: Decimal } | null = null
  for (const talk of talks) {
    const terms = talk.held ?? (talk.open ? talk.history.at(-1)?.theirs?.terms : undefined)
    if (talk === own || terms === undefined) continue
    const bid = bidCost(need, limits, terms)
    if (bid.kind === 'cost' && (best === null || bid.cost.lt(best.cost))) best = { terms, cost: bid.cost }
  }
  return best === null ? null : { terms: best.terms, validUntil: VALID_UNTIL }
}
