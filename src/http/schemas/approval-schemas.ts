/**
 * Proposals, votes and commitments as they travel.
 *
 * @module
 */
import { z } from '@hono/zod-openapi'
import { proposalTermsSchema } from '../../../tools/commitments/proposal.ts'
import { bilingualSchema } from './thread-schemas.ts'

const amountSchema = z.object({ amount: z.string(), currency: z.string() })
const voterSchema = z.enum(['reviewer', 'customer'])

const briefSchema = z.object({
  act: bilingualSchema,
  counterparty: z.string(),
  amounts: z.object({ now: amountSchema, monthly: amountSchema.nullable(), total: amountSchema }),
  termMonths: z.number().nullable(),
  worstCase: bilingualSchema,
  deadline: z.string(),
  irreversible: bilingualSchema,
  alternatives: z.array(z.object({ title: bilingualSchema, total: amountSchema.nullable(), note: bilingualSchema })),
  sources: z.array(z.string()),
})

export const commitmentSchema = z
  .object({
    proposalId: z.string(),
    act: z.number(),
    termsHash: z.string(),
    counterpartyId: z.string(),
    reference: z.string(),
    committedAt: z.string(),
    channel: z
      .literal('letter')
      .optional()
      .describe('a letter that is prepared; `GET /v1/letters` says whether it was posted'),
    undo: z
      .object({
        fromDay: z.string(),
        lastDay: z.string().describe('sending the withdrawal on this day is in time'),
        ruleId: z.string(),
        source: z.string(),
      })
      .optional()
      .describe('until when the law lets the customer withdraw'),
  })
  .openapi('Commitment')

const executionSchema = z.object({
  kind: z.enum(['waiting', 'committed', 'refused', 'unknown', 'withheld']),
  act: z.number().optional(),
  reason: z.string().optional(),
  commitments: z.array(commitmentSchema).optional(),
})

const questionSchema = z
  .object({
    id: z.string(),
    person: z.string(),
    to: z.enum(['agent', 'customer']),
    question: z.string(),
    askedAt: z.string(),
    answer: z
      .object({
        text: bilingualSchema.describe("a customer's own words are the same in both"),
        messageId: z.string().nullable().describe('the message in the conversation that is the answer'),
        answeredAt: z.string(),
      })
      .nullable(),
  })
  .openapi('ReviewQuestion')

export const approvalRequestSchema = z
  .object({
    id: z.string(),
    status: z.enum(['pending', 'closed']),
    proposal: z.object({
      customerId: z.string(),
      threadId: z.string().nullable(),
      taskId: z.string().nullable(),
      mandateId: z.string().nullable(),
      proposer: z.string(),
      terms: proposalTermsSchema,
      termsHash: z.string(),
      brief: briefSchema,
      required: z.object({
        reviewers: z.number(),
        customer: z.boolean(),
        policyVersion: z.string(),
        coolDownSeconds: z.number().optional(),
        selfApproval: z.literal(true).optional().describe('the customer alone, confirmed twice'),
      }),
      expiresAt: z.string(),
      supersedes: z.string().nullable(),
      createdAt: z.string(),
      times: z.object({ firstLookSeconds: z.number().optional(), decisionSeconds: z.number().optional() }).optional(),
    }),
    decisions: z.array(
      z.object({
        person: z.string(),
        role: voterSchema,
        decision: z.enum(['approve', 'reject', 'edit']),
        termsHash: z.string(),
        reason: z.string().nullable(),
        decidedAt: z.string(),
      }),
    ),
    outcome: z
      .object({
        outcome: z.enum(['approved', 'rejected', 'edited', 'expired', 'voided']),
        reason: z.string().nullable(),
        decidedAt: z.string(),
      })
      .nullable(),
    claimedBy: z.string().nullable().describe('who is looking at it; nobody else may claim, decide or ask meanwhile'),
    claimExpiresAt: z.string().nullable(),
    firstLookAt: z.string().nullable(),
    escalation: z.number().describe('how often it was passed on because it lay too long; what is higher comes first'),
    clock: z.object({
      firstLookDueAt: z.string().nullable(),
      decisionDueAt: z.string().nullable().describe('moves on while the customer is asked, never past expiresAt'),
      pausedSince: z.string().nullable().describe('the customer was asked and has not answered'),
    }),
    events: z.array(
      z.object({
        kind: z.enum(['reminder', 'escalated', 'lapsed']),
        key: z.string().describe('which clock, and at which share of its time; when the claim ended that lapsed'),
        level: z.number(),
        dueAt: z.string(),
        at: z.string(),
      }),
    ),
    questions: z.array(questionSchema),
    waitsFor: z.array(voterSchema),
    coolDownUntil: z.string().nullable().describe('nothing is approved before this instant'),
    confirmedAgainAt: z.string().nullable(),
    execution: executionSchema,
  })
  .openapi('ApprovalRequest')

export const decisionRequestSchema = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      termsHash: z.string().length(64),
      reason: z.string().max(2000).optional(),
    }),
    z.strictObject({
      decision: z.literal('reject'),
      termsHash: z.string().length(64),
      reason: z.string().max(2000).optional().describe('a reviewer must give one; the customer is told it'),
    }),
    z.strictObject({
      decision: z.literal('edit'),
      termsHash: z.string().length(64),
      reason: z.string().max(2000).optional(),
      terms: proposalTermsSchema,
    }),
    z.strictObject({
      decision: z.literal('ask').describe('no vote: the request keeps its id and stays pending'),
      termsHash: z.string().length(64),
      to: z.enum(['agent', 'customer']),
      question: z.string().trim().min(1).max(2000),
    }),
  ])
  .openapi('DecisionRequest')

export const answerRequestSchema = z
  .strictObject({ questionId: z.string().min(1).max(200), text: z.string().trim().min(1).max(4000) })
  .openapi('AnswerRequest')

export const decidedSchema = z
  .object({
    outcome: z.enum(['open', 'approved', 'rejected', 'edited']),
    next: z.string().nullable().describe('id of the proposal that an edit made'),
    question: questionSchema.optional().describe('what was asked; answered at once where the agent was asked'),
  })
  .openapi('Decided')
