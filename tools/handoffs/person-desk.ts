/**
 * Calling a person, as far as a tool needs it.
 *
 * @module
 */

import type { Day } from '../shared/calendar.ts'

export interface PersonDesk {
  /**
   * Calls a person to this thread, once however often it is asked.
   * @param deadline the last day to act, where a record or rule names one: the customer is told it at once
   */
  call(reason: 'asked' | 'court-paper' | 'needs-human', summary: string, deadline?: Day): Promise<CalledPerson>
}

export interface CalledPerson {
  readonly handoffId: string
  readonly onDuty: boolean
  /** ISO instant by which a person will answer. */
  readonly promisedBy: string
}
