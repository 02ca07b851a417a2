/**
 * Plays one turn with the offline model: tools answer from a small set of records until the model speaks.
 *
 * @module
 */
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { OfflineChatModel } from '../../../agents/offline/offline-chat-model.ts'
import { answers, TOOLS } from './tool-answers.ts'

/** Text (earlier turns before `||`, customer and assistant by turns), the deed, its arguments (null: any). */
export type Utterance = readonly [text: string, tool: string, args: Readonly<Record<string, unknown>> | null]

export interface Played {
  readonly calls: readonly { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[]
  readonly text: string
  readonly messages: readonly BaseMessage[]
}

/** Messages of a dialogue written as `customer || assistant || customer`; an assistant's turn may begin with its focus. */
export function dialogue(script: string): BaseMessage[] {
  const turns = script.split(' || ').map((text, at) => (at % 2 === 0 ? new HumanMessage(text) : assistant(text)))
  return [new SystemMessage('You act for the customer.'), ...turns]
}

function assistant(text: string): AIMessage {
  const shown = /^(\{.*\}) (.*)$/su.exec(text)
  if (shown === null) return new AIMessage(text)
  return new AIMessage({ content: shown[2] ?? '', additional_kwargs: { focus: JSON.parse(shown[1] ?? '{}') } })
}

/** Runs the model against the tools until it replies in words. @throws Error after six calls */
export async function playTurn(script: string, tools: readonly string[] = TOOLS): Promise<Played> {
  const model = new OfflineChatModel().bindTools(
    tools.map((name) => ({ type: 'function', function: { name, parameters: { type: 'object', properties: {} } } })),
  )
  const messages = dialogue(script)
  const calls: { name: string; args: Record<string, unknown> }[] = []
  for (let round = 0; round < 6; round++) {
    const reply = await model.invoke(messages)
    messages.push(reply)
    const call = reply.tool_calls?.[0]
    if (call === undefined) return { calls, text: reply.text, messages }
    calls.push({ name: call.name, args: call.args })
    const content = JSON.stringify(answers(call.name, call.args))
    messages.push(new ToolMessage({ content, tool_call_id: call.id ?? '', name: call.name }))
  }
  throw new Error(`The model keeps calling tools: ${calls.map(({ name }) => name).join(', ')}`)
}
