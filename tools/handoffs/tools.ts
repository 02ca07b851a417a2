/**
 * What the model may call to get a person. What the customer then reads is said by code.
 *
 * @module
 */
import { tool } from '@langchain/core/tools'
import { z } from 'zod'
import type { ToolContext } from '../shared/tool-context.ts'
import { toolResult } from '../shared/tool-result.ts'
import { handoffAnswer } from './handoff-facts.ts'
import type { PersonDesk } from './person-desk.ts'

const ASK_FOR_HUMAN = {
  name: 'ask_for_human',
  description:
    'Passes the conversation to a person. Use it when the customer asks for one in any words, or when you cannot help.',
  schema: z.object({
    reason: z
      .string()
      .max(300)
      .default('asked')
      .describe('"asked" when the customer asks for a person, else why you cannot help'),
  }),
  responseFormat: 'content_and_artifact',
} as const

export function handoffTools(parts: { readonly desk: PersonDesk }, context: ToolContext) {
  return [
    tool(
      async ({ reason }) =>
        toolResult(
          handoffAnswer(await parts.desk.call(reason === 'asked' ? 'asked' : 'needs-human', reason)),
          context.locale,
        ),
      ASK_FOR_HUMAN,
    ),
  ]
}
