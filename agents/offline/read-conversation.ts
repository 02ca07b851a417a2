/**
 * What the offline model sees of a conversation: who said what, and what the tools answered to the newest message.
 *
 * @module
 */
import {
  type AIMessage,
  type BaseMessage,
  isAIMessage,
  isToolMessage,
  type ToolMessage,
} from '@langchain/core/messages'
import type { Round } from './plan/rounds.ts'
import { readAnswer } from './read-answer.ts'
import { detectLanguage } from './understand/detect-language.ts'
import type { Locale } from './understand/read-message.ts'
import { type Shown, shownSchema, type Turn } from './understand/turn.ts'

export interface ReadConversation {
  /** Customer and assistant in turn, the newest customer message last. */
  readonly turns: readonly Turn[]
  readonly rounds: readonly Round[]
  /** The language to fall back on when the customer's words do not tell. */
  readonly fallback: Locale
  /** The language the prompt demands of this reply; null leaves it to the customer's words. */
  readonly demanded: Locale | null
}

export function readConversation(messages: readonly BaseMessage[]): ReadConversation {
  const newest = messages.findLastIndex((message) => message.getType() === 'human')
  const turns = messages.slice(0, newest + 1).flatMap((message): Turn[] => {
    const text = textOf(message).trim()
    if (text === '') return []
    if (message.getType() === 'human') return [{ by: 'customer', text }]
    return message.getType() === 'ai' ? [{ by: 'assistant', text, shown: shownBy(message) }] : []
  })
  const fallback = fallbackOf(messages)
  const demanded = demandedBy(messages)
  const locale = demanded ?? detectLanguage(turns.at(-1)?.text ?? '') ?? fallback
  return { turns, rounds: roundsAfter(messages.slice(newest + 1), locale), fallback, demanded }
}

/** The library's own getter builds blocks of content first, also where there is but text. */
function textOf(message: BaseMessage): string {
  return typeof message.content === 'string' ? message.content : message.text
}

/** What a reply put before the customer, where the history says so (see `advocate/focus.ts`). */
function shownBy({ additional_kwargs: { focus } }: BaseMessage): Shown {
  const parsed = shownSchema.safeParse(focus)
  return parsed.success ? parsed.data : {}
}

function roundsAfter(messages: readonly BaseMessage[], locale: Locale): readonly Round[] {
  const calls = messages
    .filter((message): message is AIMessage => isAIMessage(message))
    .flatMap(({ tool_calls: all }) => all ?? [])
  return messages
    .filter((message): message is ToolMessage => isToolMessage(message))
    .map((message) => {
      const call = calls.find(({ id }) => id === message.tool_call_id)
      const answer = readAnswer(message, locale)
      return {
        tool: call?.name ?? message.name ?? '',
        args: call?.args ?? {},
        data: answer?.data ?? null,
        figures: answer?.figures ?? new Map(),
      }
    })
}

function demandedBy(messages: readonly BaseMessage[]): Locale | null {
  const locale = messages.find((message) => message.getType() === 'system')?.additional_kwargs.locale
  return locale === 'de' || locale === 'en' ? locale : null
}

/** The prompt names the language in words or as a tag; German otherwise. */
function fallbackOf(messages: readonly BaseMessage[]): Locale {
  const system = messages.find((message) => message.getType() === 'system')
  const prompt = system === undefined ? '' : textOf(system)
  const named = /\b(English|Englisch|German|Deutsch|locale\W{1,3}(?:en|de)|lang(?:uage)?\W{1,3}(?:en|de))\b/i.exec(
    prompt,
  )?.[0]
  return named !== undefined && /en(glish|glisch)?$/i.test(named) ? 'en' : 'de'
}
