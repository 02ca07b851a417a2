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
  })
  .openapi('Commitment')

const executionSchema = z.object({
  kind: z.enum(['waiting', 'committed', 'refused', 'unknown', 'withheld']),
  act: z.number().optional(),
  reason: z.string().optional(),
  commitments: z.array(commitmentSchema).optional(),
})

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
    claimedBy: z.string().nullable(),
    claimExpiresAt: z.string().nullable(),
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
      reason: z.string().max(2000).optional(),
    }),
    z.strictObject({
      decision: z.literal('edit'),
      termsHash: z.string().length(64),
      reason: z.string().max(2000).optional(),
      terms: proposalTermsSchema,
    }),
  ])
  .openapi('DecisionRequest')

export const decidedSchema = z
  .object({
    outcome: z.enum(['open', 'approved', 'rejected', 'edited']),
    next: z.string().nullable().describe('id of the proposal that an edit made'),
  })
  .openapi('Decided')
