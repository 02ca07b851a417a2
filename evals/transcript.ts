/**
 * What happened in one play, read by the front door and from the counterparties' own book.
 *
 * @module
 */
import type { Message } from '../agents/thread-store.ts'
import type { Commitment, Decision } from '../tools/commitments/approval-ledger.ts'
import type { Proposal } from '../tools/commitments/proposal.ts'
import type { Mandate } from '../tools/mandates/mandate.ts'
import type { RecordedMove } from '../tools/negotiation/negotiation-ledger.ts'
import type { DealTerms } from '../tools/offers/terms.ts'
import type { Scenario } from './scenario.ts'

export interface SeenRequest {
  readonly id: string
  readonly proposal: Omit<Proposal, 'id'>
  readonly decisions: readonly Omit<Decision, 'proposalId'>[]
  readonly outcome: { readonly outcome: string; readonly decidedAt: string } | null
}

export interface SeenTask {
  readonly task: {
    readonly id: string
    readonly status: string
    readonly mandateId: string
    readonly createdAt: string
  }
  readonly negotiations: readonly {
    readonly id: string
    readonly counterpartyId: string
    readonly status: string
    readonly held: { readonly terms: DealTerms } | null
    readonly moves: readonly RecordedMove[]
  }[]
}

/** A line of the market's book; only what scorers look at. */
export interface BookEntry {
  readonly type: string
  readonly partyId: string
  readonly key?: string
  readonly reference?: string
  readonly terms?: unknown
  readonly heard?: {
    readonly move: string
    readonly terms?: DealTerms
    readonly text?: string
    readonly facts?: unknown
  }
}

export interface Transcript {
  readonly scenario: Scenario
  /** Newest last. */
  readonly messages: readonly Message[]
  /** How many commitments the ledger held when each assistant message was first seen, by message id. */
  readonly committedWhenSeen: Readonly<Record<string, number>>
  readonly mandates: readonly Mandate[]
  readonly tasks: readonly SeenTask[]
  readonly requests: readonly SeenRequest[]
  readonly commitments: readonly Commitment[]
  readonly book: readonly BookEntry[]
  readonly handoffs: number
}
