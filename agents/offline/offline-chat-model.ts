/**
 * A chat model that needs no network: it understands customers' requests in German and English by rules, calls the
 * tools it is bound to, and words their answers with references instead of figures.
 *
 * It is a LangChain chat model like any other, so that everything around it is the same for a live one. What it does
 * not understand it says, and offers a person. The same messages always give the same reply.
 *
 * @module
 */
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BaseChatModelParams,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models'
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import type { Runnable } from '@langchain/core/runnables'
import { convertToOpenAITool } from '@langchain/core/utils/function_calling'
import { nextStep } from './plan/next-step.ts'
import { manners, type Step } from './plan/step.ts'
import { type ReadConversation, readConversation } from './read-conversation.ts'
import { sayStep } from './say/say-step.ts'
import { understand } from './understand/understand.ts'
import type { Understanding } from './understand/understanding.ts'

export interface OfflineCallOptions extends BaseChatModelCallOptions {
  /** The tools that may be called, by name, as `bindTools` leaves them. */
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
}

type Reply = { readonly call: Extract<Step, { do: 'call' }>; readonly id: string } | { readonly text: string }

export class OfflineChatModel extends BaseChatModel<OfflineCallOptions, AIMessageChunk> {
  constructor(fields: BaseChatModelParams = {}) {
    super(fields)
  }

  static override lc_name(): string {
    return 'OfflineChatModel'
  }

  _llmType(): string {
    return 'offline'
  }

  override bindTools(
    tools: BindToolsInput[],
    kwargs?: Partial<OfflineCallOptions>,
  ): Runnable<Parameters<BaseChatModel['invoke']>[0], AIMessageChunk, OfflineCallOptions> {
    return this.withConfig({ ...kwargs, tools: tools.map((tool) => ({ function: { name: nameOf(tool) } })) })
  }

  async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const reply = replyTo(messages, options)
    const message =
      'text' in reply ? new AIMessage(reply.text) : new AIMessage({ content: '', tool_calls: [toolCall(reply)] })
    return { generations: [{ text: message.text, message }] }
  }

  /** The same reply, word by word. */
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const reply = replyTo(messages, options)
    if (!('text' in reply)) {
      const { name, args, id } = toolCall(reply)
      const chunk = { name, args: JSON.stringify(args), id, index: 0, type: 'tool_call_chunk' as const }
      yield new ChatGenerationChunk({
        text: '',
        message: new AIMessageChunk({ content: '', tool_call_chunks: [chunk] }),
      })
      return
    }
    for (const piece of reply.text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
      yield new ChatGenerationChunk({ text: piece, message: new AIMessageChunk(piece) })
      await runManager?.handleLLMNewToken(piece)
    }
  }
}

function replyTo(
  messages: readonly BaseMessage[],
  { tools, tool_choice: choice }: Pick<OfflineCallOptions, 'tools' | 'tool_choice'>,
): Reply {
  const { turns, rounds, fallback, demanded } = readConversation(messages)
  const wish = understood(turns, fallback)
  if (wish === null) return { text: sayStep(manners('greeting'), [], { locale: demanded ?? fallback, slots: {} }) }
  const bound = new Set(choice === 'none' ? [] : (tools ?? []).map(({ function: { name } }) => name))
  const step = nextStep(wish, rounds, bound)
  if (step.do !== 'call')
    return { text: sayStep(step, rounds, demanded === null ? wish : { ...wish, locale: demanded }) }
  // Repeatable, and different for every call of a thread.
  return { call: step, id: `call_${messages.length}_${rounds.length}_${step.tool}` }
}

/** A turn asks several times about one conversation: what was understood of it is kept for the turns under way. */
const KEPT = 16
const kept = new Map<string, Understanding | null>()

function understood(turns: ReadConversation['turns'], fallback: ReadConversation['fallback']): Understanding | null {
  const key = JSON.stringify([fallback, turns])
  const known = kept.get(key)
  if (known !== undefined) return known
  const wish = understand(turns, fallback)
  kept.set(key, wish)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return wish
}

/** The rules know what each tool takes; describing it anew for every call would cost more than the call. */
function nameOf(tool: BindToolsInput): string {
  return 'name' in tool && typeof tool.name === 'string' ? tool.name : convertToOpenAITool(tool).function.name
}

function toolCall({ call, id }: Extract<Reply, { id: string }>) {
  return { name: call.tool, args: { ...call.args }, id, type: 'tool_call' as const }
}
