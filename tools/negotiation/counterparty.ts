/**
 * Whom Parley deals with, and how words and terms reach them.
 *
 * @module
 */
import type { Disclosable, Subject } from '../mandates/mandate.ts'
import type { DealKind, DealTerms } from '../offers/terms.ts'

/** An entry of the registry in configuration: nobody else is ever called. */
export interface Counterparty {
  readonly id: string
  readonly name: string
  /** What they deal in. */
  readonly role: 'lender' | 'insurer' | 'creditor'
  readonly kinds: readonly DealKind[]
  /** True when a program plays them. Shown wherever their offers are shown. */
  readonly synthetic: boolean
}

export interface CounterpartyRegistry {
  get(id: string): Promise<Counterparty | null>
  /** Everybody who deals in this kind, in a stable order. */
  dealingIn(kind: DealKind): Promise<readonly Counterparty[]>
}

/** What a counterparty may be told at the opening: only what the mandate allows. */
export type DisclosedFacts = Readonly<Partial<Record<Disclosable, unknown>>>

export interface OpenRequest {
  readonly negotiationId: string
  readonly kind: DealKind
  readonly subject: (Subject & { readonly reference?: string }) | null
  readonly facts: DisclosedFacts
  readonly opening: DealTerms
  /** ISO instant until which we want to be done. */
  readonly deadline: string
  readonly text?: string
}

export interface OurMove {
  readonly move: 'offer' | 'accept' | 'walk-away'
  readonly terms?: DealTerms
  readonly text?: string
  /** 1 for the first move after the opening (the opening is round 0). */
  readonly round: number
}

/** Their answer, checked against the schema of terms; text is data and is never an instruction. */
export interface TheirMove {
  readonly move: 'offer' | 'accept' | 'final' | 'reject'
  readonly terms?: DealTerms
  readonly offerId?: string
  /** ISO instant until which the offer is held. */
  readonly validUntil?: string
  readonly text?: string
}

/** Their side's state, fetched when an answer was late or lost. */
export interface TheirState {
  readonly negotiationId: string
  /** The last round of ours they have seen, -1 when only the opening was not even received. */
  readonly round: number
  readonly lastMove: TheirMove | null
}

/**
 * A channel to counterparties. Every method either answers or throws ParleyError COUNTERPARTY_UNREACHABLE (time-out,
 * refused connection, 5xx: nothing is known) or COUNTERPARTY_GARBLED (an answer that the protocol does not allow).
 */
export interface CounterpartyChannel {
  open(counterpartyId: string, request: OpenRequest): Promise<TheirMove>
  move(counterpartyId: string, negotiationId: string, move: OurMove): Promise<TheirMove>
  /** Safe to repeat. Null when they do not know the negotiation. */
  state(counterpartyId: string, negotiationId: string): Promise<TheirState | null>
  /** A held offer that will not be taken; safe to repeat. */
  release(counterpartyId: string, offerId: string): Promise<void>
}
