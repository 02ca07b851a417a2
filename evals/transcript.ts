/**
 * What happened in one trial, read by the front door and from the counterparties' own book.
 *
 * @module
 */
import type { DealTerms } from '../tools/offers/terms.ts'
import type { LogEntry } from './play/company.ts'
import type { Sampled } from './scenario/sample.ts'
import type { World } from './world.ts'

/** A line of the market's book; only what scorers look at. */
export interface BookEntry {
  readonly type: string
  readonly partyId?: string
  readonly negotiationId?: string
  readonly key?: string
  readonly reference?: string
  readonly terms?: unknown
  readonly round?: number
  readonly heard?: {
    readonly move: string
    readonly terms?: DealTerms
    readonly text?: string
    readonly facts?: unknown
  }
  readonly answer?: { readonly move: string; readonly terms?: DealTerms }
  /** The party's private line, which only its own book knows. */
  readonly limit?: {
    readonly line: { readonly open: number; readonly limit: number }
    readonly terms: DealTerms
  } | null
}

export interface Transcript extends World {
  readonly sampled: Sampled
  /** By message, the proposals with a commitment in the ledger when it was first seen. */
  readonly committedWhenSeen: Readonly<Record<string, readonly string[]>>
  /** By message, how many proposals were approved when it was first seen. */
  readonly approvedWhenSeen: Readonly<Record<string, number>>
  readonly book: readonly BookEntry[]
  readonly log: readonly LogEntry[]
  /** What the model's endpoint was asked; null where none is in the play. */
  readonly usage: { readonly calls: number; readonly characters: number } | null
  readonly effort: { readonly repeats: number; readonly gaveUp: number; readonly corrections: number }
}
