/**
 * What the model may call about debts: reading, nothing else.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import { today } from '../shared/clock.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import type { DebtLedger } from './debt-ledger.ts'
import { listDebts } from './list-debts.ts'

/** Tools over the ledger, bound to one customer. */
export function debtTools(parts: { readonly ledger: DebtLedger }, context: ToolContext) {
  return [
    tool(
      async ({ creditor }) => {
        const debts = await parts.ledger.debts(context.customerId)
        return toolResult(listDebts(debts, { today: today(context.clock), creditor: creditor ?? null }), context.locale)
      },
      {
        name: 'list_debts',
        description:
          'What the customer owes, to whom, since when and until when, with fees and pending payments, as last stated by each creditor. Name a creditor to see only that one, also when nothing is owed.',
        schema: z.object({ creditor: z.string().max(200).optional().describe('name or part of it') }),
        responseFormat: 'content_and_artifact',
      },
    ),
  ]
}
