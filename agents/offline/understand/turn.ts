/**
 * One message of the conversation as the offline model reads it.
 *
 * @module
 */
import { z } from 'zod'
import { wantedFactSchema } from '../../../tools/disputes/wanted-fact-schema.ts'

/** What a reply of the assistant put before the customer; a live thread says so, a bare transcript does not. */
export const shownSchema = z.object({
  mandateId: z.string().optional(),
  disputeId: z.string().optional(),
  proposal: z.object({ id: z.string(), termsHash: z.string() }).optional(),
  /** Code of a question that was asked: `LIMIT_maxMonthly`. */
  asked: z.string().optional(),
  /** The debt and the fee that were looked at. */
  debtId: z.string().optional(),
  feeId: z.string().optional(),
  /** Facts about it that were asked for or called unclear. */
  facts: z.array(wantedFactSchema).optional(),
  /** Days between which was asked to choose. */
  days: z.array(z.string()).optional(),
})

export type Shown = z.output<typeof shownSchema>

export type Turn =
  | { readonly by: 'customer'; readonly text: string }
  | { readonly by: 'assistant'; readonly text: string; readonly shown?: Shown }
