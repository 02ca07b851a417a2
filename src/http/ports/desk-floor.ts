/**
 * The duty agents' side of a hand-off: taking a conversation over, speaking in it, giving it back.
 *
 * @module
 */
import type { Handoff, HandoffStatus } from '../../../agents/handoff-desk.ts'
import type { Message } from '../../../agents/thread-store.ts'

/** Whether a person is on call, and since when. */
export interface Duty {
  readonly person: string
  readonly onDuty: boolean
  readonly changedAt: string | null
}

export interface DeskFloor {
  get(handoffId: string): Promise<Handoff | null>
  /** Oldest first. */
  list(filter: {
    readonly statuses?: readonly HandoffStatus[]
    readonly customerId?: string
    readonly threadId?: string
  }): Promise<readonly Handoff[]>
  /** @throws ParleyError CONFLICT when somebody else has it or it has ended */
  accept(handoffId: string, dutyAgent: string): Promise<Handoff>
  /** A person's words to the customer. @throws ParleyError CONFLICT when the hand-off is not this person's */
  say(words: { handoffId: string; dutyAgent: string; messageId: string; text: string }): Promise<Message>
  /** Gives the conversation back to the assistant. */
  giveBack(handoffId: string, dutyAgent: string): Promise<Handoff>
  /** Ends it without the assistant taking over at once. */
  close(handoffId: string, dutyAgent: string): Promise<Handoff>
  duty(person: string): Promise<Duty>
  setDuty(person: string, onDuty: boolean): Promise<Duty>
}
