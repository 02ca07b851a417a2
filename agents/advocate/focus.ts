/**
 * What a message of the assistant put before the customer: what a plain yes, a no or "the second one" refers to.
 *
 * Stored with the message, so that a yes is read against what was shown and never against what a model remembers.
 *
 * @module
 */
import { z } from 'zod'
import { wantedFactSchema } from '../../tools/disputes/wanted-fact-schema.ts'
import type { Message } from '../thread-store.ts'

export const focusSchema = z.object({
  /** The mandate whose limits this message showed. */
  mandateId: z.string().optional(),
  /** A mandate that this message only mentioned as waiting for a yes. */
  waitingMandateId: z.string().optional(),
  /** The one proposal this message showed, with the hash of the terms as shown. */
  proposal: z.object({ id: z.string(), termsHash: z.string() }).optional(),
  /** A person was offered; a yes calls one, for this reason. */
  personOffered: z.enum(['model-unavailable', 'needs-human']).optional(),
  /** A reviewer's question that this message put to the customer, or that still waits for their answer. */
  question: z.object({ id: z.string(), proposalId: z.string() }).optional(),
  /** The proposal whose outcome this message told. */
  outcomeOf: z.string().optional(),
  disputeId: z.string().optional(),
  /** The last comparison's offers, best first. */
  offers: z.array(z.object({ offerId: z.string(), provider: z.string(), rank: z.number() })).optional(),
  contractId: z.string().optional(),
  debtId: z.string().optional(),
  /** The one fee that is looked at, where it is not all of a debt. */
  feeId: z.string().optional(),
  /** Code of a question that was asked. */
  asked: z.string().optional(),
  /** Facts about a fee that this message asked for (then the first is the one asked) or called unclear. */
  facts: z.array(wantedFactSchema).optional(),
  /** Days between which this message asked to choose. */
  days: z.array(z.string()).optional(),
  /** No answer to this message names a day before. */
  since: z.string().optional(),
})

export type Focus = z.output<typeof focusSchema>

/** The focus of a message; empty where it carries none that can be read. */
export function focusOf(message: Pick<Message, 'focus'> | null): Focus {
  const parsed = focusSchema.safeParse(message?.focus ?? {})
  return parsed.success ? parsed.data : {}
}
