/**
 * A chat model that says what a test wrote for it, by looking at the messages it was sent.
 *
 * @module
 */
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages'
import type { ChatResult } from '@langchain/core/outputs'
import type { RoleModel } from '../../agents/models.ts'

export type Script = (messages: readonly BaseMessage[]) => AIMessage | Promise<AIMessage>

class ScriptedModel extends BaseChatModel {
  readonly #script: Script

  constructor(script: Script) {
    super({})
    this.#script = script
  }

  _llmType(): string {
    return 'scripted'
  }

  override bindTools(): this {
    return this
  }

  async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const message = await this.#script(messages)
    return { generations: [{ text: message.text, message }] }
  }
}

/** The script as the reasoning model. */
export function scripted(script: Script): RoleModel {
  return { model: new ScriptedModel(script), retries: 1, timeoutMs: 5000, endsWithReason: false }
}

/** Words. */
export function words(text: string): AIMessage {
  return new AIMessage(text)
}

/** Calls, made together. */
export function calls(...made: readonly (readonly [name: string, args: Record<string, unknown>])[]): AIMessage {
  return new AIMessage({
    content: '',
    tool_calls: made.map(([name, args], index) => ({ name, args, id: `call_${index}_${name}`, type: 'tool_call' })),
  })
}

/** What the tools answered since the customer's newest message, as data. */
export function answers(messages: readonly BaseMessage[]): readonly Record<string, unknown>[] {
  const newest = messages.findLastIndex((message) => message.getType() === 'human')
  return messages
    .slice(newest + 1)
    .filter((message) => message instanceof ToolMessage)
    .map((message) => JSON.parse(message.text) as Record<string, unknown>)
}

/** The customer's newest message. */
export function newest(messages: readonly BaseMessage[]): string {
  return messages.findLast((message) => message.getType() === 'human')?.text ?? ''
}
