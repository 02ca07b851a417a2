/**
 * One negotiation: what to say at each turn.
 *
 * @module
 */
import { InvalidInput } from '../../shared/errors.ts'
import { acceptance } from './acceptance.ts'
import { type Bid, codeOf, type Issue, isBid, type Preferences, sizesOf, tablesOf } from './domain.ts'
import { type InsideReserve, insideReserve } from './gate.ts'
import { type MoveRecord, recordOf } from './move-record.ts'
import { nextOffer } from './next-offer.ts'
import { type IssueKind, type Prior, priorOf, type Role } from './opponent-prior.ts'
import { additiveSpace, type OutcomeSpace } from './outcome-space.ts'
import { ENGINE_SETTINGS, type EngineSettings } from './settings.ts'
import { type Made, survey } from './survey.ts'

export interface NegotiatorRequest extends Preferences {
  readonly issues: readonly Issue[]
  /** Utility of walking away. */
  readonly reserved: number
  /** Rounds in all; each side speaks once a round. */
  readonly nSteps: number
  readonly role?: Role
  readonly issueKinds?: readonly (IssueKind | null)[]
  /** A bid both sides know of: today's contract, a market offer. */
  readonly reference?: Bid
}

export type EngineMove =
  | { readonly a: 'accept' }
  | { readonly a: 'offer'; readonly bid: InsideReserve }
  | { readonly a: 'end' }

export interface Negotiator {
  /** @param offer the other side's last offer; null when there is none */
  turn(step: number, offer: Bid | null): EngineMove
  /** Why each move was made, oldest first. */
  readonly records: readonly MoveRecord[]
}

/** @throws InvalidInput when the numbers do not describe a negotiation */
export function createNegotiator(request: NegotiatorRequest, settings: EngineSettings = ENGINE_SETTINGS): Negotiator {
  const tables = tablesOf(request.issues, request)
  const { reserved, nSteps, reference } = request
  if (!Number.isFinite(reserved)) throw new InvalidInput([{ path: 'reserved', reason: 'must be a finite number' }])
  if (!Number.isInteger(nSteps) || nSteps < 1) {
    throw new InvalidInput([{ path: 'nSteps', reason: 'must be a whole number of rounds, at least 1' }])
  }
  if (reference !== undefined && !isBid(sizesOf(tables), reference)) {
    throw new InvalidInput([{ path: 'reference', reason: 'must be one value index per issue' }])
  }
  return negotiate({
    space: additiveSpace(tables),
    prior: priorOf(request.issues, tables, request),
    mandate: reserved,
    standing: reserved,
    nSteps,
    reference: reference ?? null,
    settings,
  })
}

export interface Talk {
  readonly space: OutcomeSpace
  readonly prior: Prior
  /** Utility of walking away by the mandate alone. */
  readonly mandate: number
  /** Utility of the best that verifiably stands elsewhere; the mandate's where nothing does. */
  readonly standing: number
  readonly nSteps: number
  readonly reference: Bid | null
  readonly settings: EngineSettings
}

/** The engine over any space of agreements. */
export function negotiate(talk: Talk): Negotiator {
  const received: Made[] = []
  const sent: Made[] = []
  const records: MoveRecord[] = []
  const theirs = new Set<number>()
  const mine = new Set<number>()
  const made = (known: Set<number>, step: number, bid: Bid, utility: number): Made => {
    const before = known.size
    known.add(codeOf(talk.space.sizes, bid))
    return { step, bid, utility, fresh: known.size > before, distinct: known.size }
  }
  let opens: boolean | null = null
  return {
    records,
    turn(step, offer) {
      opens ??= offer === null
      if (offer !== null) {
        const utility = talk.space.utilityOf(offer)
        if (utility !== null) received.push(made(theirs, step, offer, utility))
      }
      const table = offer === null ? null : (received.at(-1) ?? null)
      const onTable = table !== null && table.step === step && talk.space.utilityOf(offer ?? []) !== null ? table : null
      const view = survey({ talk, step, opens, received, sent })
      const next = nextOffer(view)
      const rule = onTable === null ? null : acceptance(view, next, onTable)
      if (rule !== null && onTable !== null && insideReserve(talk.space, onTable.bid, view.reserved) !== null) {
        records.push(recordOf(view, { move: 'accept', rule, bid: onTable.bid, next }))
        return { a: 'accept' }
      }
      const bid = next === null ? null : insideReserve(talk.space, next.bid, view.mandate)
      if (bid === null || next === null) {
        records.push(recordOf(view, { move: 'end', rule: 'nothing-inside-reserve', bid: null, next }))
        return { a: 'end' }
      }
      sent.push(made(mine, step, bid, next.utility))
      records.push(recordOf(view, { move: 'offer', rule: next.rule, bid, next }))
      return { a: 'offer', bid }
    },
  }
}
