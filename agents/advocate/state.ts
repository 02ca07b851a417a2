/**
 * What a turn remembers: ids, the language, and a working set that lives in memory alone.
 *
 * Annotations and no schema: LangGraph would build and run a schema for every update of every node, and what the nodes hand
 * each other is code's own.
 *
 * @module
 */
import type { BaseMessage } from '@langchain/core/messages'
import { Annotation, UntrackedValueChannel } from '@langchain/langgraph'
import type { Fact } from '../../tools/shared/fact.ts'
import type { ToolData } from '../../tools/shared/tool-answer.ts'
import type { Locale } from '../thread-store.ts'
import type { FigureFault } from './check-figures.ts'
import type { Focus } from './focus.ts'
import type { ReplyDraft } from './reply-draft.ts'

export interface Work {
  /** The model's calls and the tools' answers of this turn. */
  readonly steps: readonly BaseMessage[]
  readonly answers: readonly ToolData[]
  readonly facts: readonly Fact[]
  readonly focus: Focus
  /** The model's words where they did not pass the check. */
  readonly draft: string | null
  readonly faults: readonly FigureFault[]
  readonly redrafts: number
  /** Checked, or code's own. */
  readonly reply: ReplyDraft | null
}

export const turnState = Annotation.Root({
  threadId: Annotation<string>(),
  messageId: Annotation<string>(),
  locale: Annotation<Locale>(),
  /** Never part of a checkpoint: it holds the customer's records, and a turn that broke off begins anew. */
  work: () => new UntrackedValueChannel<Work>(),
})

export type TurnState = typeof turnState.State

/** The working set of a turn that has not begun. */
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
