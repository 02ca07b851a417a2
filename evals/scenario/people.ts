/**
 * Reviewers and duty agents, as simulated persons.
 *
 * @module
 */
import { z } from 'zod'

/** What a reviewer does with a request. They read it first: terms outside the mandate are rejected whatever is said here. */
const decisionSchema = z.union([
  z.literal('approve'),
  /** Never answers: the request expires. */
  z.literal('ignore'),
  z.strictObject({ reject: z.string().min(1) }),
  /** New values by their path in the deal's terms, such as `nominalRatePercent`. */
  z.strictObject({ edit: z.record(z.string(), z.unknown()), reason: z.string().min(1) }),
  /** Asks the customer, or the agent, and waits for the answer; what follows is the next decision. */
  z.strictObject({ ask: z.string().min(1), to: z.enum(['customer', 'agent']).default('customer') }),
])

export const reviewerSchema = z.strictObject({
  person: z.string().min(1),
  /** By request, in the order in which they see them; the last one stands for all that follow. */
  decides: z.array(decisionSchema).min(1).default(['approve']),
})

export const dutyAgentSchema = z.strictObject({
  person: z.string().min(1),
  onCall: z.boolean().default(true),
  /** `answers`: accepts, says something, gives back. `closes`: accepts, says something, ends it. `never-comes`. */
  does: z.enum(['answers', 'closes', 'never-comes']).default('answers'),
  says: z.array(z.string().min(1)).default([]),
})

export type Decides = z.output<typeof decisionSchema>
export type ReviewerPart = z.output<typeof reviewerSchema>
export type DutyAgentPart = z.output<typeof dutyAgentSchema>

/** Two people who approve what is in order. */
export const DEFAULT_REVIEWERS: ReviewerPart[] = [
  { person: 'reviewer-1', decides: ['approve'] },
  { person: 'reviewer-2', decides: ['approve'] },
]

/** One person on call, who answers and gives the conversation back. */
export const DEFAULT_DESK: DutyAgentPart[] = [{ person: 'duty-1', onCall: true, does: 'answers', says: [] }]
