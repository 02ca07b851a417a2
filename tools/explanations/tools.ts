/**
 * What the model may call to say where a figure comes from.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { explainFigure, findFact } from './explain-figure.ts'
import type { ExplanationBook } from './explanation-book.ts'

/** Looks only at figures that this thread has shown. */
export function explanationTools(parts: { readonly explanations: ExplanationBook }, context: ToolContext) {
  return [
    tool(
      async ({ ref, words }) => {
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
        const { explanationId } = fact.source
        const explanation =
          explanationId === undefined ? null : await parts.explanations.get(context.customerId, explanationId)
        return toolResult(explainFigure(fact, explanation), context.locale)
      },
      {
        name: 'explain_figure',
        description:
          'Where a figure of this conversation comes from: its record and day, or the arithmetic and the law behind it.',
        schema: z.object({
          ref: z.string().max(300).optional().describe('the reference of the figure, if known'),
          words: z.string().max(300).optional().describe("the customer's words for it"),
        }),
        responseFormat: 'content_and_artifact',
      },
    ),
  ]
}
