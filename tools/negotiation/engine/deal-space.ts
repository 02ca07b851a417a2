/**
 * Terms of a deal as a space of bids along the lever of the kind.
 *
 * One lever, and no second issue beside it: trading the premium against the deductible, or the rate against the term, by
 * a guess of what the other side saves by it was measured and cost customers 6 % of what there was to win on insurance.
 * What they change themselves is valued all the same: `moneyCost` reads every term.
 *
 * Utility is money: 1 for what we ask first, 0 for the worst that is worth talking about, linear in `moneyCost` between.
 * Both ends are public, so that utilities do not show the reserve; what the mandate forbids is null.
 *
 * @module
 */
import type { Decimal } from 'decimal.js'
import type { DealTerms } from '../../offers/terms.ts'
import { remember } from '../../shared/remember.ts'
import { moneyCost } from '../bid-cost.ts'
import type { Lever } from '../lever.ts'
import { leverFor } from '../lever-for.ts'
import { type Reserve, reserveOf } from '../reserve.ts'
import type { Situation } from '../strategy.ts'
import { type Bid, codeOf } from './domain.ts'
import type { Prior } from './opponent-prior.ts'
import { listedSpace, type OutcomeSpace } from './outcome-space.ts'

const POSITIONS = 49
/** How far beyond the public reference talking still makes sense, as a share of the way from first ask to reference. */
const BEYOND = 0.5
/** A first ask that the limits do not allow moves this far from the floor to the limit. */
const TIGHT_START = 0.85

export interface DealSpace {
  readonly space: OutcomeSpace
  readonly prior: Prior
  readonly reserve: Reserve
  /** Today's terms or what is usual, as a bid. */
  readonly reference: Bid
  /** Utility of the worst that the mandate allows. */
  readonly mandate: number
  /** The best for the customer that is allowed. */
  readonly firstAsk: Bid
  termsOf(bid: Bid): DealTerms
  /** Utility of any terms of the kind, on the grid or not. */
  utilityOf(terms: DealTerms): number
  /** The bid that is nearest in cost. */
  bidOf(terms: DealTerms): Bid
}

/** Null when the mandate allows nothing that could be offered. */
export function dealSpace(situation: Situation): DealSpace | null {
  const grid = gridOf(situation)
  return grid === null ? null : { ...grid, reserve: reserveOf(situation) }
}

type Grid = Omit<DealSpace, 'reserve'>
type Asked = Pick<Situation, 'need' | 'kind' | 'limits' | 'current'>

/** The grid costs some hundred annuities and is the same for every turn of every talk of a need. */
function gridOf({ need, kind, limits, current }: Asked): Grid | null {
  return keptGrid({ need, kind, limits, current })
}

const keptGrid = remember(32, JSON.stringify, makeGrid)

function makeGrid(asked: Asked): Grid | null {
  const lever = leverFor(asked)
  const reserve = reserveOf({ ...asked, bestStanding: null, now: '' })
  const allowed = reserve.lastAllowed(lever)
  if (allowed === null) return null
  const positions = positionsOf(lever, allowed)
  const sizes = [positions.length]
  const termsOf = ([place = 0]: Bid): DealTerms => lever.at(positions[place] ?? lever.start)
  const all = positions.map((_, place) => ({ bid: [place], cost: moneyCost(termsOf([place])) }))
  const least = all.reduce<Decimal | null>((low, { cost }) => (low === null || cost.lt(low) ? cost : low), null)
  const most = all.reduce<Decimal | null>((high, { cost }) => (high === null || cost.gt(high) ? cost : high), null)
  const range = least === null || most === null || most.eq(least) ? null : most.minus(least)
  const worth = (cost: Decimal): number =>
    range === null || most === null ? 1 : most.minus(cost).dividedBy(range).toNumber()
  const listed = all.map(({ bid, cost }) => ({ bid, utility: worth(cost) }))
  const plain = listedSpace(sizes, listed)
  const isAllowed = remembered(sizes, (bid) => reserve.allows(termsOf(bid)))
  const within = listed.filter(({ bid }) => isAllowed(bid))
  const [first] = within
  if (first === undefined) return null
  const utilityOf = (terms: DealTerms): number => worth(moneyCost(terms))
  const nearest = (utility: number): Bid =>
    listed.reduce((a, b) => (Math.abs(b.utility - utility) < Math.abs(a.utility - utility) ? b : a)).bid
  return {
    // The frontier is of all that can be said, so that it does not show the limits; the gate asks `utilityOf`.
    space: { ...plain, utilityOf: (bid) => (isAllowed(bid) ? plain.utilityOf(bid) : null) },
    prior: {
      values: [positions.map((_, place) => place / Math.max(1, positions.length - 1))],
      weights: [1],
      ordered: [true],
    },
    reference: nearest(utilityOf(lever.at(lever.reference))),
    mandate: Math.min(...within.map(({ utility }) => utility)),
    firstAsk: within.reduce((best, one) => (one.utility > best.utility ? one : best), first).bid,
    termsOf,
    utilityOf,
    bidOf: (terms) => nearest(utilityOf(terms)),
  }
}

function positionsOf(lever: Lever, allowed: number): readonly number[] {
  const start = Math.min(lever.start, lever.floor + Math.floor((allowed - lever.floor) * TIGHT_START))
  const end = Math.min(lever.end, Math.round(lever.reference + BEYOND * (lever.reference - lever.start)))
  const step = Math.max(1, (end - start) / (POSITIONS - 1))
  const places = Array.from({ length: POSITIONS }, (_, i) => Math.min(end, Math.round(start + i * step)))
  return [...new Set([start, ...places])].sort((a, b) => a - b)
}

/** Checking limits can cost an effective rate, so each bid is checked once and only when asked for. */
function remembered(sizes: readonly number[], check: (bid: Bid) => boolean): (bid: Bid) => boolean {
  const known = new Map<number, boolean>()
  return (bid) => {
    const code = codeOf(sizes, bid)
    const held = known.get(code)
    if (held !== undefined) return held
    const answer = check(bid)
    known.set(code, answer)
    return answer
  }
}
