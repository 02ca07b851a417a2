/**
 * What a turn remembers: ids, the language, and a working set that is empty before and after every turn.
 *
 * @module
 */
import type { BaseMessage } from '@langchain/core/messages'
import { z } from 'zod'
import type { Fact } from '../../tools/shared/fact.ts'
import type { ToolData } from '../../tools/shared/tool-answer.ts'
import type { FigureFault } from './check-figures.ts'
import { focusSchema } from './focus.ts'
import type { ReplyDraft } from './reply-draft.ts'

const workSchema = z.object({
  /** The model's calls and the tools' answers of this turn. */
  steps: z.custom<readonly BaseMessage[]>(),
  answers: z.custom<readonly ToolData[]>(),
  facts: z.custom<readonly Fact[]>(),
  focus: focusSchema,
  /** The model's words, unchecked. */
  draft: z.string().nullable(),
  faults: z.custom<readonly FigureFault[]>(),
  redrafts: z.number(),
  /** Checked, or code's own. */
  reply: z.custom<ReplyDraft>().nullable(),
})

export const turnStateSchema = z.object({
  threadId: z.string(),
  messageId: z.string(),
  locale: z.enum(['de', 'en']),
  work: workSchema,
})

export type TurnState = z.output<typeof turnStateSchema>
export type Work = TurnState['work']

/** The working set of a turn that has not begun or is over. */
export const NO_WORK: Work = {
  steps: [],
  answers: [],
  facts: [],
  focus: {},
  draft: null,
  faults: [],
  redrafts: 0,
  reply: null,
}
