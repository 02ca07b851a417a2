/**
 * Whose turn it is among the talks of one need, and how many turns are left to each.
 *
 * Every talk has its own turns, so that all counterparties are asked at once. Turns that a talk did not need, because
 * it ended early, go to the one where most may still be won. A talk without turns rests until the others are done;
 * then the best offer that still stands is taken first, and the others see that it is held. So no talk lets go of its
 * offer for one that is never held in the end.
 *
 * @module
 */
import type { DealTerms } from '../offers/terms.ts'
import { moneyCost } from './bid-cost.ts'
import { bestStillOpen } from './closing-move.ts'
import type { NegotiationStatus } from './negotiation-ledger.ts'
import type { Exchange, Situation } from './strategy.ts'

/** A talk as it stands now. */
export interface TalkNow {
  readonly id: string
  readonly status: NegotiationStatus
  readonly heldTerms: DealTerms | null
  readonly history: readonly Exchange[]
}

export type Turn =
  | { readonly kind: 'bargain'; readonly turnsLeft: number }
  /** Nothing may be asked any more; what stands may be taken. */
  | { readonly kind: 'close' }
  /** Others speak first. Whoever ends or rests wakes those whose turn it has become. */
  | { readonly kind: 'rest' }

export interface NeedNow extends Pick<Situation, 'need' | 'kind' | 'limits' | 'current' | 'now'> {
  readonly talks: readonly TalkNow[]
  /** Moves of ours that each talk starts with. */
  readonly turnsEach: number
}

/** How many turns more than its own a talk can get from those that ended early. */
export const MOST_EXTRA_TURNS = 3
/** An offer that runs out this soon is not left waiting for other talks. */
const RUNS_OUT_MS = 12 * 3_600_000

/** The turn of one open talk. Among open talks there is always one that does not rest. */
export function turnOf(own: TalkNow, need: NeedNow): Turn {
  const places = need.talks.map((talk) => placeOf(talk, need))
  const promising = mostPromising(places)
  const free = freeTurns(places, need.turnsEach)
  const turnsLeft = ({ id, spoken }: Place): number => {
    const room = MOST_EXTRA_TURNS - Math.max(0, spoken - need.turnsEach)
    return Math.max(0, need.turnsEach - spoken) + (id === promising ? Math.max(0, Math.min(room, free)) : 0)
  }
  const mine = places.find(({ id }) => id === own.id) ?? placeOf(own, need)
  if (turnsLeft(mine) > 0) return { kind: 'bargain', turnsLeft: turnsLeft(mine) }
  if (mine.runsOutSoon) return { kind: 'close' }
  const open = places.filter((place) => place.open)
  if (open.some((place) => turnsLeft(place) > 0)) return { kind: 'rest' }
  const [first] = open.toSorted((a, b) => a.best - b.best || (a.id < b.id ? -1 : 1))
  return first === undefined || first.id === own.id ? { kind: 'close' } : { kind: 'rest' }
}

/** What counts of a talk here. Costs are in major units; without terms they are infinite. */
interface Place {
  readonly id: string
  readonly open: boolean
  /** Moves of ours. */
  readonly spoken: number
  /** The best that may be taken of what they still stand by, or what they hold. */
  readonly best: number
  readonly runsOutSoon: boolean
  /** What they say now, and how far that may yet fall. */
  readonly said: number
  readonly reach: number
}

function placeOf(talk: TalkNow, need: NeedNow): Place {
  const open = talk.status === 'open'
  const best = open ? bestOf(talk, need) : talk.heldTerms
  const said = talk.history.findLast(({ theirs }) => theirs?.terms !== undefined)?.theirs?.terms ?? null
  return {
    ...{ id: talk.id, open, spoken: talk.history.length, best: costOf(best) },
    ...{ said: costOf(said), reach: open ? reachOf(talk) : Number.POSITIVE_INFINITY },
    runsOutSoon: open && best !== null && runsOutSoon(talk, best, need.now),
  }
}

/** Turns that ended talks left over, less those that others have used. */
function freeTurns(places: readonly Place[], turnsEach: number): number {
  return places.reduce((free, { open, spoken }) => {
    return free + (open ? 0 : Math.max(0, turnsEach - spoken)) - Math.max(0, spoken - turnsEach)
  }, 0)
}

/**
 * The open talk that may yet better what stands by most, in money; null where none can be expected to. This is the index
 * of optimal search (Weitzman 1979), with the pace they have shown in place of a distribution.
 */
function mostPromising(places: readonly Place[]): string | null {
  const standing = Math.min(...places.map(({ best }) => best))
  let top: { id: string; upside: number } | null = null
  for (const { id, said, reach } of places) {
    const upside = Math.min(standing, said) - reach
    if (upside > 0 && (top === null || upside > top.upside)) top = { id, upside }
  }
  return top?.id ?? null
}

/** Their last offer moved on at their pace for the most turns there can be, never below what we ask ourselves. */
function reachOf({ history }: TalkNow): number {
  const answers = history.flatMap(({ theirs }) => (theirs?.terms === undefined ? [] : [theirs]))
  const last = answers.at(-1)
  if (last === undefined || last.move === 'final') return Number.POSITIVE_INFINITY
  const asked = costOf(history.findLast(({ ours }) => ours.move === 'offer')?.ours.terms ?? null)
  const now = costOf(last.terms ?? null)
  const before = costOf(answers.at(-3)?.terms ?? answers[0]?.terms ?? null)
  const pace = answers.length > 1 ? Math.max(0, before - now) / Math.min(2, answers.length - 1) : (now - asked) / 4
  return Math.max(asked, now - MOST_EXTRA_TURNS * pace)
}

function bestOf({ history }: TalkNow, { need, kind, limits, current, now }: NeedNow): DealTerms | null {
  return bestStillOpen({ need, kind, limits, current, now, history, bestStanding: null, turnsLeft: 0 })
}

function runsOutSoon({ history }: TalkNow, best: DealTerms, now: string): boolean {
  return history.some(
    ({ theirs }) =>
      theirs?.terms === best &&
      theirs.validUntil !== undefined &&
      new Date(theirs.validUntil).getTime() - new Date(now).getTime() < RUNS_OUT_MS,
  )
}

function costOf(terms: DealTerms | null): number {
  return terms === null ? Number.POSITIVE_INFINITY : moneyCost(terms).toNumber()
}
