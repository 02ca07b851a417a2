/**
 * Calling a person, as far as a tool needs it.
 *
 * @module
 */

export interface PersonDesk {
  /** Calls a person to this thread, once however often it is asked. */
  call(reason: 'asked' | 'court-paper' | 'needs-human', summary: string): Promise<CalledPerson>
}

export interface CalledPerson {
  readonly handoffId: string
  readonly onDuty: boolean
  /** ISO instant by which a person will answer. */
  readonly promisedBy: string
}
