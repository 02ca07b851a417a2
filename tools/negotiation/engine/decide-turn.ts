/**
 * The decision of one turn: a pure function of the talk and the offers made so far.
 *
 * @module
 */
import { acceptance } from './acceptance.ts'
import { type InsideReserve, insideReserve } from './gate.ts'
import { type MoveRecord, recordOf } from './move-record.ts'
import { nextOffer } from './next-offer.ts'
import { type Made, survey } from './survey.ts'
import type { Talk } from './talk.ts'

export type EngineMove =
  | { readonly a: 'accept' }
  | { readonly a: 'offer'; readonly bid: InsideReserve }
  | { readonly a: 'end' }

export interface Turn {
  readonly talk: Talk
  readonly step: number
  /** Whether we speak first in each round. */
  readonly opens: boolean
  /** Their offers, oldest first. */
  readonly received: readonly Made[]
  readonly sent: readonly Made[]
  /** What lies before us, or null. */
  readonly onTable: Made | null
  /** Whether what lies before us may be taken at all, where that is not for the space of bids to say. */
  readonly mayTake: boolean
}

export interface Decision {
  readonly move: EngineMove
  readonly record: MoveRecord
}

export function decideTurn({ talk, step, opens, received, sent, onTable, mayTake }: Turn): Decision {
  const view = survey({ talk, step, opens, received, sent })
  const next = nextOffer(view)
  const rule = onTable === null || !mayTake ? null : acceptance(view, next, onTable)
  if (rule !== null && onTable !== null && onTable.utility >= view.reserved) {
    return { move: { a: 'accept' }, record: recordOf(view, { move: 'accept', rule, bid: onTable.bid, next }) }
  }
  const bid = next === null ? null : insideReserve(talk.space, next.bid, view.mandate)
  if (bid === null || next === null) {
    const record = recordOf(view, { move: 'end', rule: 'nothing-inside-reserve', bid: null, next })
    return { move: { a: 'end' }, record }
  }
  return { move: { a: 'offer', bid }, record: recordOf(view, { move: 'offer', rule: next.rule, bid, next }) }
}
