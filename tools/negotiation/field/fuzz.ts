/**
 * Short negotiations by the thousand against sides that mean no good, each checked move by move.
 *
 * @module
 */
import { type Bid, bidOf, codeOf, isBid, outcomesOf, sizesOf, sumOf, type Tables } from '../engine/domain.ts'
import { type Negotiator, negotiate } from '../engine/negotiator.ts'
import { priorOf } from '../engine/opponent-prior.ts'
import { additiveSpace, listedSpace } from '../engine/outcome-space.ts'
import { ENGINE_SETTINGS } from '../engine/settings.ts'
import { chance, seedOf } from './chance.ts'
import { hostileSide } from './hostile-side.ts'
import { refereeOf } from './score.ts'

/** Everything that must never happen. */
export const FAULTS = [
  'offered below the reserve',
  'took less than the reserve',
  'took less than what stands elsewhere',
  'offered what the mandate forbids',
  'took what the mandate forbids',
  'took what nobody offered',
  'took a concession back',
  'offered less than was on the table',
  'a deal without a zone',
] as const

export type Fault = (typeof FAULTS)[number]

export interface FuzzReport {
  readonly sessions: number
  readonly turns: number
  readonly deals: number
  /** Sessions in which no agreement would have been worth more than walking away to both. */
  readonly withoutZone: number
  /** Seeds of the sessions in which it happened. */
  readonly faults: readonly { readonly seed: number; readonly fault: Fault }[]
}

const TINY = 1e-9

/** Plays the sessions of the seeds `from` up to and without `to`. */
export function fuzz(from: number, to: number, engine: typeof negotiate = negotiate): FuzzReport {
  const total = { sessions: 0, turns: 0, deals: 0, withoutZone: 0, faults: [] as { seed: number; fault: Fault }[] }
  for (let seed = from; seed < to; seed += 1) {
    const played = playOne(seed, engine)
    total.sessions += 1
    total.turns += played.turns
    if (played.deal) total.deals += 1
    if (!played.zone) total.withoutZone += 1
    for (const fault of played.faults) total.faults.push({ seed, fault })
  }
  return total
}

interface Case {
  readonly sizes: readonly number[]
  readonly own: Tables
  readonly reserved: number
  /** What the mandate allows at all; null where everything may be talked about. */
  readonly allowed: ReadonlySet<number> | null
  readonly nSteps: number
}

function playOne(seed: number, engine: typeof negotiate) {
  const next = chance(seedOf('fuzz', seed))
  const upTo = (count: number): number => Math.floor(next() * count)
  const sizes = Array.from({ length: 1 + upTo(3) }, () => 1 + upTo(5))
  const draw = (): Tables => sizes.map((size) => Float64Array.from({ length: size }, () => next() / sizes.length))
  const own = draw()
  const theirs = draw()
  const reserves = [1.1 * next() * next(), 1.1 * next() * next()] as const
  const codes = Array.from({ length: outcomesOf(sizes) }, (_, code) => code)
  const feasible = new Set(codes.filter(() => next() < 0.6))
  const allowed = next() < 0.5 && feasible.size > 0 ? feasible : null
  const given: Case = { sizes, own, reserved: reserves[0], allowed, nSteps: 1 + upTo(7) }
  const zone = refereeOf([own, theirs], reserves).nashProduct > 0
  const side = hostileSide(upTo(1_000_000), { sizes, own, theirs, ourReserve: reserves[0], theirReserve: reserves[1] })
  const opens = next() < 0.5
  const negotiator = seat(given, engine)
  const check = checker(given)
  let table: Bid | null = null
  let deal: Bid | null = null
  let turns = 0
  talk: for (let step = 0; step < given.nSteps; step += 1) {
    for (const speaker of opens ? (['we', 'they'] as const) : (['they', 'we'] as const)) {
      if (speaker === 'we') {
        turns += 1
        const standing = next() < 0.2 ? next() : null
        negotiator.standsElsewhere(standing)
        const move = negotiator.turn(step, table)
        check.ours(move, table, standing)
        if (move.a === 'end') break talk
        if (move.a === 'accept') {
          deal = table
          break talk
        }
        table = move.bid
      } else {
        const answer = side.answer(step, given.nSteps, table)
        if (answer === 'accept') {
          deal = table
          break talk
        }
        if (answer === 'end') break talk
        table = answer
        check.theirs(answer)
      }
    }
  }
  if (deal !== null && !zone && side.rational) check.found.push('a deal without a zone')
  return { turns, zone, deal: deal !== null, faults: check.found }
}

function seat({ sizes, own, reserved, allowed, nSteps }: Case, engine: typeof negotiate): Negotiator {
  const issues = sizes.map((size, i) => ({ name: `${i}`, values: Array.from({ length: size }, (_, x) => `v${x}`) }))
  const listed = [...(allowed ?? [])].map((code) => ({
    bid: bidOf(sizes, code),
    utility: sumOf(own, bidOf(sizes, code)),
  }))
  return engine({
    space: allowed === null ? additiveSpace(own) : listedSpace(sizesOf(own), listed),
    prior: priorOf(issues, own),
    mandate: reserved,
    standing: reserved,
    nSteps,
    reference: null,
    settings: ENGINE_SETTINGS,
  })
}

function checker({ sizes, own, reserved, allowed }: Case) {
  const found: Fault[] = []
  const may = (bid: Bid): boolean => isBid(sizes, bid) && (allowed === null || allowed.has(codeOf(sizes, bid)))
  let lowest = Number.POSITIVE_INFINITY
  let last: number | null = null
  let raised = false
  let best = Number.NEGATIVE_INFINITY
  return {
    found,
    theirs(bid: Bid): void {
      if (may(bid)) best = Math.max(best, sumOf(own, bid))
    },
    ours(move: ReturnType<Negotiator['turn']>, table: Bid | null, standing: number | null): void {
      if (standing !== null) raised = true
      if (move.a === 'end') return
      const bid = move.a === 'accept' ? table : move.bid
      if (bid === null) {
        found.push('took what nobody offered')
        return
      }
      const utility = sumOf(own, bid)
      const offer = move.a === 'offer'
      if (!may(bid)) found.push(offer ? 'offered what the mandate forbids' : 'took what the mandate forbids')
      if (utility < reserved - TINY) found.push(offer ? 'offered below the reserve' : 'took less than the reserve')
      if (!offer && utility < (standing ?? 0) - TINY) found.push('took less than what stands elsewhere')
      if (!offer) return
      if (utility > lowest + TINY) found.push('took a concession back')
      // What was refused while something better stood elsewhere may be more: an open offer of ours is not taken back.
      if (utility < best - TINY && !(raised && last === codeOf(sizes, bid))) {
        found.push('offered less than was on the table')
      }
      last = codeOf(sizes, bid)
      lowest = Math.min(lowest, utility)
    },
  }
}
