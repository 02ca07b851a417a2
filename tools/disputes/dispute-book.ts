/**
 * Drafted disputes. A draft binds nobody and goes nowhere; what is sent is an act of an approved proposal.
 *
 * @module
 */
import type { FeeType } from './dunning-case.ts'
import type { Strength } from './fee-item.ts'
import type { ToldFact } from './told-fact.ts'

/** One contested position, in decimal strings. */
export interface DisputedItem {
  readonly id: string
  readonly claimed: string
  readonly accepted: string
  readonly disputed: string
  readonly codes: readonly string[]
  readonly strength: Strength
  readonly sources: readonly string[]
  /** What the creditor calls for: a fee of this type, or interest. */
  readonly type?: FeeType | 'interest'
  /** The day it was charged; null for interest. */
  readonly date?: string | null
  /** What on record bears the objection out, in the letter's language. */
  readonly evidence?: readonly string[]
}

export interface Dispute {
  readonly id: string
  readonly customerId: string
  readonly threadId: string | null
  readonly debtId: string
  readonly creditor: { readonly id: string; readonly name: string }
  readonly reference: string | null
  readonly currency: string
  readonly items: readonly DisputedItem[]
  /** What the creditor says is open, the contested items among it. */
  readonly open?: string
  /** What stays owed and is not touched by the dispute. */
  readonly undisputed: string
  readonly totalDisputed: string
  /** ISO day the letter sets the creditor. */
  readonly answerBy: string
  readonly letter: string
  /** What the creditor is asked to prove, in the letter's language. */
  readonly proofs?: readonly string[]
  /** What the customer told, and where: the draft rests on it beside the creditor's statement. */
  readonly told?: readonly ToldFact[]
  readonly locale?: 'de' | 'en'
  /** The record it rests on: its source and day. */
  readonly source: string
  readonly asOf: string
  readonly createdAt: string
}

export interface DisputeBook {
  add(dispute: Dispute): Promise<void>
  get(customerId: string, id: string): Promise<Dispute | null>
  /** The newest draft of a thread. */
  latest(customerId: string, threadId: string): Promise<Dispute | null>
  /** The newest draft about a debt that was made in a conversation (null: in none) by an ISO instant. */
  latestAbout(dispute: Pick<Dispute, 'customerId' | 'debtId' | 'threadId'>, by: string): Promise<Dispute | null>
}
