/**
 * Passing a thread to a person and getting it back.
 *
 * @module
 */

export type HandoffStatus = 'waiting' | 'accepted' | 'returned' | 'closed'

export interface Handoff {
  readonly id: string
  readonly threadId: string
  readonly customerId: string
  readonly reason: 'asked' | 'distress' | 'court-paper' | 'model-unavailable' | 'needs-human' | 'execution-unclear'
  /** What the person needs to know, from records only. */
  readonly summary: string
  readonly status: HandoffStatus
  readonly dutyAgent: string | null
  /** ISO instant by which a person will answer; a dated promise when nobody is on call. */
  readonly promisedBy: string
  readonly requestedAt: string
  readonly acceptedAt: string | null
  readonly endedAt: string | null
}

export interface HandoffDesk {
  /** Opens a hand-off, or returns the one that is open: asking twice calls one person. */
  request(request: {
    threadId: string
    customerId: string
    reason: Handoff['reason']
    summary: string
  }): Promise<{ readonly handoff: Handoff; readonly onDuty: boolean; readonly created: boolean }>
  /** The open hand-off of a thread; while there is one the assistant is silent. */
  openOf(threadId: string): Promise<Handoff | null>
}
