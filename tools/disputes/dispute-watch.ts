/**
 * Objections that went out, and what came of them.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'

export type DisputeEvent = 'answered' | 'settled' | 'followed-up' | 'handed-off'

/** An objection whose act is committed. */
export interface WatchedDispute {
  /** The proposal that was approved; with its one notice it names the objection. */
  readonly proposalId: string
  readonly customerId: string
  readonly threadId: string | null
  readonly debtId: string
  readonly counterpartyName: string
  readonly items: readonly { readonly id: string; readonly accepted: string; readonly disputed: string }[]
  readonly currency: string
  readonly locale: 'de' | 'en'
  readonly answerBy: Day
  readonly stage: 'first' | 'follow-up'
  /** ISO instant; null for a letter that nobody has posted yet. */
  readonly sentAt: string | null
  /** The last thing that happened to it; null while it waits. */
  readonly event: DisputeEvent | null
}

export interface DisputeWatch {
  /** Those that went out and wait for an answer, and those whose follow-up nobody decided on in time. */
  open(limit: number): Promise<readonly WatchedDispute[]>
  listOf(customerId: string): Promise<readonly WatchedDispute[]>
  get(proposalId: string): Promise<WatchedDispute | null>
  /** Notes what happened, once; false when it was noted before. */
  note(
    dispute: Pick<WatchedDispute, 'proposalId' | 'customerId'>,
    event: {
      readonly kind: DisputeEvent
      readonly actor: string
      readonly at: Date
      readonly detail?: Record<string, unknown>
    },
  ): Promise<boolean>
}
