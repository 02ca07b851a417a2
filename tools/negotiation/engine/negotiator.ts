/**
 * One negotiation: what to say at each turn.
 *
 * @module
 */
import { InvalidInput } from '../../shared/errors.ts'
import { decideTurn, type EngineMove } from './decide-turn.ts'
import { type Bid, type Issue, isBid, type Preferences, sizesOf, tablesOf } from './domain.ts'
import type { MoveRecord } from './move-record.ts'
import { type IssueKind, priorOf, type Role } from './opponent-prior.ts'
import { additiveSpace } from './outcome-space.ts'
import { ENGINE_SETTINGS, type EngineSettings } from './settings.ts'
import { type Made, madeAfter } from './survey.ts'
import type { Talk } from './talk.ts'

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

export interface Negotiator {
  /** @param offer the other side's last offer; null when there is none */
  turn(step: number, offer: Bid | null): EngineMove
  /** Tells of a verified offer that stands elsewhere: nothing worth less is taken from now on. Lapses with null. */
  standsElsewhere(utility: number | null): void
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

/** The engine over any space of agreements. */
export function negotiate(talk: Talk): Negotiator {
  const received: Made[] = []
  const sent: Made[] = []
  const records: MoveRecord[] = []
  let opens: boolean | null = null
  let standing = talk.standing
  return {
    records,
    standsElsewhere(utility) {
      standing = Math.max(talk.standing, utility ?? talk.standing)
    },
    turn(step, offer) {
      opens ??= offer === null
      const utility = offer === null ? null : talk.space.utilityOf(offer)
      const onTable =
        offer === null || utility === null ? null : madeAfter(talk, received, { step, bid: offer, utility })
      if (onTable !== null) received.push(onTable)
      const { move, record } = decideTurn({
        talk: { ...talk, standing },
        step,
        opens,
        received,
        sent,
        onTable,
        mayTake: true,
      })
      records.push(record)
      if (move.a === 'offer') {
        const { bid } = move
        sent.push(madeAfter(talk, sent, { step, bid, utility: talk.space.utilityOf(bid) ?? talk.mandate }))
      }
      return move
    },
  }
}
