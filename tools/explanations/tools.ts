/**
 * What the model may call to say where a figure comes from.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { DebtLedger } from '../debts/debt-ledger.ts'
import type { Explanation } from '../shared/explanation.ts'
import type { Fact } from '../shared/fact.ts'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { explainFigure } from './explain-figure.ts'
import { explainOpen } from './explain-open.ts'
import type { ExplanationBook } from './explanation-book.ts'
import { findFact } from './find-figure.ts'

export interface ExplanationParts {
  readonly explanations: ExplanationBook
  readonly debts: DebtLedger
}

const EXPLAIN_FIGURE = {
  name: 'explain_figure',
  description:
    'Where a figure of this conversation comes from: its record and day, or the arithmetic and the law behind it.',
  schema: z.object({
    ref: z.string().max(300).optional().describe('the reference of the figure, if known'),
    words: z.string().max(300).optional().describe("the customer's words for it"),
  }),
  responseFormat: 'content_and_artifact',
} as const

/** Looks only at figures that this thread has shown. */
export function explanationTools(parts: ExplanationParts, context: ToolContext) {
  return [
    tool(async ({ ref, words }) => {
      const fact = findFact(context.facts, { ref, words }, context.locale)
      if (fact === null) {
        return toolResult(
          {
            kind: 'refused',
            code: 'NO_SUCH_FIGURE',
            reason: {
              de: 'Diese Zahl steht in diesem Gespräch nicht; bitte nachfragen, welche gemeint ist.',
              en: 'That figure has not come up in this conversation; ask which one is meant.',
            },
            figures: [],
            facts: [],
          },
          context.locale,
        )
      }
      return toolResult(explainFigure(fact, await reasoningOf(fact, parts, context)), context.locale)
    }, EXPLAIN_FIGURE),
  ]
}

/** What was kept when the figure was computed; what a record states is added up again from its parts. */
async function reasoningOf(
  { ref, source }: Fact,
  { explanations, debts }: ExplanationParts,
  { customerId }: ToolContext,
): Promise<Explanation | null> {
  if (source.explanationId !== undefined) return explanations.get(customerId, source.explanationId)
  const stated = source.type === 'debt' && ref.endsWith('.open')
  const debt = stated ? await debts.debt(customerId, source.id) : null
  return debt === null ? null : explainOpen(debt)
}
