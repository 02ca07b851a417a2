/**
 * What a reviewer asks before deciding. The request keeps its id and stays pending; a question is no vote.
 *
 * @module
 */
import type { Bilingual } from '../shared/explanation.ts'

export interface ReviewAnswer {
  /** The customer's own words are the same in both languages. */
  readonly text: Bilingual
  /** The customer's message that is the answer; null where it came by the API, or from the agent. */
  readonly messageId: string | null
  readonly answeredAt: string
}

export interface ReviewQuestion {
  readonly id: string
  readonly proposalId: string
  /** The reviewer who asked. */
  readonly person: string
  readonly to: 'agent' | 'customer'
  readonly question: string
  readonly askedAt: string
  readonly answer: ReviewAnswer | null
}

/** A question as it comes in. */
export interface Asking {
  readonly proposalId: string
  readonly person: string
  /** The hash of the terms this person saw. */
  readonly termsHash: string
  readonly to: 'agent' | 'customer'
  readonly question: string
}

/** The customer's side of a question: answering it. */
export interface ReviewAnswers {
  /**
   * Links the customer's words to the open question; the same message again is answered alike.
   * `gone` when the question is not this customer's, was answered with other words, or its request is closed.
   */
  answer(given: {
    readonly questionId: string
    readonly customerId: string
    readonly text: string
    readonly messageId: string | null
  }): Promise<'answered' | 'gone'>
}
