/**
 * A language model behind a real OpenAI-compatible endpoint, so that Parley's own adapter is in the play. It thinks with
 * the offline model, which keeps verdicts repeatable, and does wrong what it is told to do wrong.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { OfflineChatModel } from '../../agents/offline/offline-chat-model.ts'
import { listenLocally } from '../../src/server/listen-locally.ts'
import type { ModelFault } from '../scenario/event.ts'
import { chunks, type Spoken } from './completion-chunks.ts'
import { corrupt } from './model-faults.ts'

export interface ModelServer {
  readonly url: string
  /** From now on; none means that it behaves. */
  misbehave(faults: readonly ModelFault[]): void
  /** How often it was asked, and for how many characters, since the last time this was read. */
  takeUsage(): { readonly calls: number; readonly characters: number }
  close(): Promise<void>
}

interface ChatRequest {
  readonly stream?: boolean
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
  readonly messages: readonly {
    readonly role: string
    readonly content: string | null
    readonly tool_call_id?: string
    readonly tool_calls?: readonly { readonly id: string; readonly function: { name: string; arguments: string } }[]
  }[]
}

export async function startModelServer(): Promise<ModelServer> {
  let faults: readonly ModelFault[] = []
  let usage = { calls: 0, characters: 0 }
  const model = new OfflineChatModel({})

  async function answer(request: ChatRequest): Promise<Spoken> {
    const tools = (request.tools ?? []).map(({ function: { name } }) => ({ function: { name } }))
    const reply = await model.invoke(request.messages.map(toMessage), { tools })
    const calls = (reply.tool_calls ?? []).map(({ name, args }) => ({ name, args: JSON.stringify(args) }))
    const newest = request.messages.findLast(({ role }) => role === 'user')?.content ?? ''
    const rounds = request.messages.slice(request.messages.findLastIndex(({ role }) => role === 'user') + 1)
    return corrupt({ text: reply.text, calls }, faults, { english: isEnglish(request), newest, round: rounds.length })
  }

  const server = createServer((request, response) => {
    void read(request)
      .then(async (body) => {
        usage = { calls: usage.calls + 1, characters: usage.characters + body.length }
        if (faults.includes('times-out')) return // the caller's patience ends this
        if (faults.includes('down')) return fail(response, 503)
        const asked = JSON.parse(body) as ChatRequest
        send(response, await answer(asked), { stream: asked.stream === true, cut: faults.includes('cut-off') })
      })
      .catch(() => fail(response, 500))
  })
  const { url, close } = await listenLocally(server)
  return {
    url: `${url}/v1`,
    misbehave(next) {
      faults = next
    },
    takeUsage() {
      const taken = usage
      usage = { calls: 0, characters: 0 }
      return taken
    },
    close,
  }
}

function toMessage({
  role,
  content,
  tool_call_id: callId,
  tool_calls: calls,
}: ChatRequest['messages'][number]): BaseMessage {
  const text = content ?? ''
  if (role === 'system' || role === 'developer') return new SystemMessage(text)
  if (role === 'tool') return new ToolMessage({ content: text, tool_call_id: callId ?? '' })
  if (role !== 'assistant') return new HumanMessage(text)
  const made = (calls ?? []).map(({ id, function: { name, arguments: args } }) => ({ id, name, args: parsed(args) }))
  return new AIMessage({ content: text, tool_calls: made })
}

function parsed(args: string): Record<string, unknown> {
  try {
    return JSON.parse(args)
  } catch {
    return {} // what it garbled itself comes back to it; Parley has answered that already
  }
}

/** The prompt names the language. */
function isEnglish({ messages }: ChatRequest): boolean {
  const prompt = messages.find(({ role }) => role === 'system' || role === 'developer')?.content ?? ''
  return /\b(English|Englisch)\b/.test(prompt) && !/\b(German|Deutsch)\b/.test(prompt)
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function send(response: ServerResponse, spoken: Spoken, { stream, cut }: { stream: boolean; cut: boolean }): void {
  if (!stream) {
    const message = { role: 'assistant', content: spoken.text, tool_calls: chunks.whole(spoken.calls) }
    const reason = spoken.calls.length > 0 ? 'tool_calls' : 'stop'
    const body = {
      id: 'c1',
      object: 'chat.completion',
      created: 0,
      model: 'scripted',
      choices: [{ index: 0, message, finish_reason: reason }],
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const all = chunks.streamed(spoken)
  // Cut off in the middle: no reason for the end, no closing line.
  const sent = cut ? all.slice(0, Math.max(1, Math.floor(all.length / 2))) : all
  for (const chunk of sent) response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  response.end(cut ? '' : 'data: [DONE]\n\n')
}

function fail(response: ServerResponse, status: number): void {
  const error = { message: `status ${status}`, type: 'scripted', code: null }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
}
