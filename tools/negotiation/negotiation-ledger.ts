/**
 * Where tasks, negotiations and their moves are kept.
 *
 * @module
 */
import type { Need, Subject } from '../mandates/mandate.ts'
import type { DealKind, DealTerms } from '../offers/terms.ts'
import type { TheirMove } from './counterparty.ts'
import type { MoveReason } from './strategy.ts'

export type TaskStatus =
  | 'negotiating'
  | 'awaiting-approval'
  | 'executing'
  | 'done'
  | 'no-deal'
  | 'needs-human'
  | 'stopped'

/** A delegated task: one mandate carried out once. */
export interface Task {
  readonly id: string
  readonly customerId: string
  readonly threadId: string | null
  readonly mandateId: string
  readonly need: Need
  readonly goal: string
  readonly status: TaskStatus
  readonly proposalId: string | null
  readonly createdAt: string
}

/** Something that happened in a task, in order; what SSE shows. */
export interface TaskEvent {
  readonly taskId: string
  readonly seq: number
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
  readonly at: string
}

/** An offer the counterparty holds for us until it expires. Nothing is binding. */
export interface HeldOffer {
  readonly offerId: string
  readonly terms: DealTerms
  readonly validUntil: string
}

export type NegotiationStatus = 'open' | 'agreed' | 'impasse' | 'walked-away' | 'failed' | 'withdrawn'

export interface Negotiation {
  readonly id: string
  readonly taskId: string
  readonly mandateId: string
  readonly customerId: string
  readonly counterpartyId: string
  readonly kind: DealKind
  readonly subject: Subject | null
  readonly status: NegotiationStatus
  readonly held: HeldOffer | null
  /** Why it ended, where it did not end in an agreement. */
  readonly ending: string | null
  readonly startedAt: string
  readonly endedAt: string | null
}

/** One side's words in one round; ours is stored before it is sent. Round 0 is the opening. */
export interface RecordedMove {
  readonly negotiationId: string
  readonly round: number
  readonly side: 'ours' | 'theirs'
  readonly move: string
  readonly terms: DealTerms | null
  readonly text: string | null
  readonly offerId: string | null
  readonly validUntil: string | null
  readonly because: MoveReason | null
  readonly at: string
}

export interface NegotiationLedger {
  createTask(task: Task, negotiations: readonly Negotiation[]): Promise<void>
  task(id: string): Promise<Task | null>
  tasksOf(customerId: string): Promise<readonly Task[]>
  setTask(id: string, change: { status?: TaskStatus; proposalId?: string | null }): Promise<void>
  addEvent(taskId: string, kind: string, data: Record<string, unknown>, at: Date): Promise<void>
  events(taskId: string, afterSeq?: number): Promise<readonly TaskEvent[]>
  negotiation(id: string): Promise<Negotiation | null>
  negotiationsOf(taskId: string): Promise<readonly Negotiation[]>
  moves(negotiationId: string): Promise<readonly RecordedMove[]>
  /** The moves of all negotiations of a task, each negotiation's in their order. */
  movesOfTask(taskId: string): Promise<readonly RecordedMove[]>
  /** Adds a move once; false when that side already spoke in that round. */
  addMove(move: RecordedMove): Promise<boolean>
  /** Ends an open negotiation; false when it had ended. */
  end(
    id: string,
    end: { status: Exclude<NegotiationStatus, 'open'>; held?: HeldOffer; ending?: string; at: Date },
  ): Promise<boolean>
  /** The held offers of a task that are still valid at `now`. */
  held(taskId: string, now: Date): Promise<readonly Negotiation[]>
}

/** Their move as it is recorded. */
export function recordTheirs(negotiationId: string, round: number, theirs: TheirMove, at: Date): RecordedMove {
  return {
    negotiationId,
    round,
    side: 'theirs',
    move: theirs.move,
    terms: theirs.terms ?? null,
    text: theirs.text ?? null,
    offerId: theirs.offerId ?? null,
    validUntil: theirs.validUntil ?? null,
    because: null,
    at: at.toISOString(),
  }
}
