/**
 * The conversation so far as a model reads it, the message to be answered last.
 *
 * @module
 */
import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages'
import type { Turn } from '../turn.ts'

/** Older messages stay in the thread; a model needs the recent ones. */
const RECENT = 24

export function historyMessages({
  conversation,
  message,
}: Pick<Turn, 'conversation' | 'message'>): readonly BaseMessage[] {
  const recent = conversation.messages.slice(-RECENT).map((past) =>
    past.role === 'customer'
      ? new HumanMessage({ content: past.text, id: past.id })
      : // Focus and facts are for models that run in this process; providers are sent the words alone.
        new AIMessage({ content: past.text, id: past.id, additional_kwargs: { focus: past.focus, facts: past.facts } }),
  )
  return [...recent, new HumanMessage({ content: message.text, id: message.id })]
}
