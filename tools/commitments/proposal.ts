/**
 * Exact terms drafted to bind the customer. Nothing is binding yet.
 *
 * @module
 */
import { z } from 'zod'
import { dealTermsSchema } from '../offers/terms.ts'
import type { Bilingual } from '../shared/explanation.ts'

/** Taking a held offer: the counterparty's `commit`. */
export const concludeActSchema = z.strictObject({
  type: z.literal('conclude'),
  counterpartyId: z.string().min(1),
  counterpartyName: z.string().min(1),
  negotiationId: z.string().min(1),
  offerId: z.string().min(1),
  validUntil: z.iso.datetime(),
  terms: dealTermsSchema,
})

/** Telling a counterparty something with legal effect. */
export const noticeActSchema = z.strictObject({
  type: z.literal('notice'),
  notice: z.enum(['dispute', 'withdrawal', 'cancellation', 'revocation']),
  counterpartyId: z.string().min(1),
  counterpartyName: z.string().min(1),
  subject: z.strictObject({
    type: z.enum(['contract', 'debt']),
    id: z.string().min(1),
    reference: z.string().nullable(),
  }),
  terms: z.strictObject({
    currency: z.string(),
    /** What is contested, item by item, each tied to the fee on record and the rule that says so. */
    items: z.array(
      z.strictObject({
        id: z.string(),
        claimed: z.string(),
        accepted: z.string(),
        disputed: z.string(),
        codes: z.array(z.string()),
        /** What on record or in the customer's hands bears this out. */
        evidence: z.array(z.string().min(1).max(300)).max(10).optional(),
      }),
    ),
    undisputed: z.string(),
    answerBy: z.string().nullable(),
    /** The letter in the customer's own name, exactly as it will be sent. */
    letter: z.string().min(1).max(20_000),
    /** The letter's language; German where it is not said. */
    locale: z.enum(['de', 'en']).optional(),
  }),
})

export const actSchema = z.discriminatedUnion('type', [concludeActSchema, noticeActSchema])

/** The hashed part of a proposal: an ordered set of acts, approved as one. */
export const proposalTermsSchema = z.strictObject({ acts: z.array(actSchema).min(1).max(5) })

export type Act = z.output<typeof actSchema>
export type ConcludeAct = z.output<typeof concludeActSchema>
export type NoticeAct = z.output<typeof noticeActSchema>
export type ProposalTerms = z.output<typeof proposalTermsSchema>

/** An amount a reviewer sees, as decimal string and currency. */
export interface BriefAmount {
  readonly amount: string
  readonly currency: string
}

/** One alternative the customer has, doing nothing among them. */
export interface Alternative {
  readonly title: Bilingual
  readonly total: BriefAmount | null
  readonly note: Bilingual
}

/** Everything a reviewer needs beside the terms (REFERENCE 5.3). */
export interface Brief {
  readonly act: Bilingual
  readonly counterparty: string
  readonly amounts: { readonly now: BriefAmount; readonly monthly: BriefAmount | null; readonly total: BriefAmount }
  readonly termMonths: number | null
  readonly worstCase: Bilingual
  readonly deadline: string
  readonly irreversible: Bilingual
  readonly alternatives: readonly Alternative[]
  readonly sources: readonly string[]
}

/** Whose votes a proposal needs. A reviewer is never the proposer; the customer's vote is a confirmation of the same terms. */
export interface RequiredVotes {
  readonly reviewers: number
  readonly customer: boolean
  readonly policyVersion: string
  /** Seconds between the proposal and its approval at the least; left out where there are none. */
  readonly coolDownSeconds?: number
  /** One person alone: the customer confirms, and after the cool-down a second time; no reviewer. */
  readonly selfApproval?: true
}

/** Within what time reviewers look and decide, counted from the proposal; left out where no time is set. */
export interface ReviewTimes {
  readonly firstLookSeconds?: number
  readonly decisionSeconds?: number
}

export interface Proposal {
  readonly id: string
  readonly customerId: string
  readonly threadId: string | null
  readonly taskId: string | null
  /** The mandate it rests on. */
  readonly mandateId: string | null
  /** `agent`, or the person who edited the terms. */
  readonly proposer: string
  readonly terms: ProposalTerms
  readonly termsHash: string
  readonly brief: Brief
  readonly required: RequiredVotes
  /** ISO instant after which the answer is no. */
  readonly expiresAt: string
  readonly supersedes: string | null
  readonly createdAt: string
  readonly times?: ReviewTimes
  /** The commitment it withdraws from. */
  readonly withdraws?: { readonly proposalId: string; readonly act: number }
}
