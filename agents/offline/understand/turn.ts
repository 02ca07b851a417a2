/**
 * One message of the conversation as the offline model reads it.
 *
 * @module
 */
import { z } from 'zod'

/** What a reply of the assistant put before the customer; a live thread says so, a bare transcript does not. */
export const shownSchema = z.object({
  mandateId: z.string().optional(),
  disputeId: z.string().optional(),
  proposal: z.object({ id: z.string(), termsHash: z.string() }).optional(),
  /** Code of a question that was asked: `LIMIT_maxMonthly`. */
  asked: z.string().optional(),
})

export type Shown = z.output<typeof shownSchema>

export type Turn =
  | { readonly by: 'customer'; readonly text: string }
  | { readonly by: 'assistant'; readonly text: string; readonly shown?: Shown }
