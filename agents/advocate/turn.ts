/**
 * One turn: what a run binds its nodes and tools to. It lives in memory only and is never part of the graph's state.
 *
 * @module
 */
import type { StructuredToolInterface } from '@langchain/core/tools'
import { Annotation } from '@langchain/langgraph'
import type { Handoff } from '../handoff-desk.ts'
import type { Locale, Message } from '../thread-store.ts'
import type { Conversation } from './conversation.ts'

/** What happens in a turn, as it happens. */
export type TurnEvent =
  | { readonly type: 'tool'; readonly name: string; readonly phase: 'start' | 'end' }
  /** A piece of the reply; sent after the check and after the reply was stored. */
  | { readonly type: 'token'; readonly text: string }
  | { readonly type: 'handed-off'; readonly handoff: Handoff }

export interface Turn {
  readonly conversation: Conversation
  readonly message: Message
  readonly locale: Locale
  readonly tools: readonly StructuredToolInterface[]
  /** Holder of the thread's lease, which the reply lets go. */
  readonly holder: string
  /** Set when a tool called a person in this turn. */
  readonly person: {
    called: { readonly handoff: Handoff; readonly onDuty: boolean; readonly deadline?: string } | null
  }
  emit(event: TurnEvent): void
}

/** The context LangGraph hands to every node of a run. */
export const turnContext = Annotation.Root({ turn: Annotation<Turn>() })

/** What a node sees of a run besides its state. */
export interface TurnRuntime {
  readonly context?: { readonly turn: Turn }
  readonly signal?: AbortSignal
}

/** The turn of a run. @throws Error when the graph was invoked without one, which is a bug */
export function turnOf(runtime: TurnRuntime): Turn {
  if (runtime.context?.turn === undefined) throw new Error('The advocate was invoked without its turn.')
  return runtime.context.turn
}
