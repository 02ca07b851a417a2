/**
 * What the model may call about fees: have them judged by the rules and a letter drafted. Sending needs an approval.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { type ContestParts, contest } from './contest.ts'

export type DisputeParts = ContestParts

const CONTEST_FEE = {
  name: 'contest_fee',
  description:
    'Judges the fees a creditor added, by rules of law, and drafts an objection in the customer\'s own name. Nothing is sent; propose_commitment asks for the approval to send it. It may ask for a fact: call it again with the same debtId when the customer has answered, also with "I do not know"; code reads their words.',
  schema: z.object({
    creditor: z.string().max(200).optional().describe('name or part of it'),
    debtId: z.string().optional().describe('from list_debts'),
    feeId: z.string().optional().describe('only this fee, from list_debts'),
  }),
  responseFormat: 'content_and_artifact',
} as const

export function disputeTools(parts: DisputeParts, context: ToolContext) {
  return [
    tool(async (about) => {
      const { answer, focus } = await contest(about, parts, context)
      return toolResult(answer, context.locale, focus)
    }, CONTEST_FEE),
  ]
}
