/**
 * An OpenAI-compatible endpoint on the wire: answers chat completions as streams, and fails the ways real ones do.
 *
 * @module
 */
import { HttpResponse, http, passthrough } from 'msw'
import { setupServer } from 'msw/node'
import { createModels } from '../../agents/models.ts'

export const BASE_URL = 'https://model.test/v1'

/** What a request said, as far as tests look at it. */
export interface ChatRequest {
  readonly model: string
  readonly stream: boolean
  readonly tools: readonly {
    readonly function: { readonly name: string; readonly parameters: Record<string, unknown> }
  }[]
  readonly messages: readonly {
    readonly role: 'system' | 'user' | 'assistant' | 'tool'
    readonly content: string | null
    readonly tool_call_id?: string
    readonly tool_calls?: readonly {
      readonly id: string
      readonly function: { readonly name: string; readonly arguments: string }
    }[]
  }[]
}

export type Answer =
  | { readonly say: string }
  /** Arguments as they go over the wire; an object is JSON, a string is sent as it is. */
  | { readonly call: readonly (readonly [name: string, args: Record<string, unknown> | string])[] }
  | { readonly status: number; readonly headers?: Record<string, string> }
  /** The stream ends in the middle, without a reason. */
  | { readonly cut: string }
  | { readonly hang: true }

/** Serves `answer`; requests to anywhere but this machine fail the test. */
export function openAiServer() {
  const requests: ChatRequest[] = []
  let answer: (request: ChatRequest, index: number) => Answer = () => ({ say: 'Hello.' })
  const server = setupServer(
    http.post(`${BASE_URL}/chat/completions`, async ({ request }) => {
      const asked = (await request.json()) as ChatRequest
      requests.push(asked)
      return respond(answer(asked, requests.length - 1))
    }),
    http.all(/^http:\/\/127\.0\.0\.1:\d+\//, () => passthrough()),
  )
  return {
    requests,
    listen: () => server.listen({ onUnhandledFrame: 'error' }),
    close: () => server.close(),
    /** From now on. */
    answerWith(next: typeof answer) {
      requests.length = 0
      answer = next
    },
  }
}

/** The model in its reasoning role, configured as an operator would. */
export function liveModel(change: { retries?: number; timeoutSeconds?: number } = {}) {
  const models = { reasoning: 'test-model', drafting: 'test-model', extraction: 'test-model' }
  return createModels({ kind: 'openai', baseUrl: BASE_URL, models, retries: 2, timeoutSeconds: 5, ...change }, 'key')
    .reasoning
}

function respond(answer: Answer): Response {
  if ('status' in answer) {
    const error = { message: `status ${answer.status}`, type: 'test', code: null }
    return HttpResponse.json({ error }, { status: answer.status, headers: answer.headers ?? {} })
  }
  if ('hang' in answer) return new HttpResponse(new ReadableStream<Uint8Array>(), { headers: EVENTS })
  const lines =
    'cut' in answer
      ? deltas(answer.cut).slice(0, -1)
      : 'say' in answer
        ? [...deltas(answer.say), end('stop')]
        : [...callDeltas(answer.call), end('tool_calls')]
  const body = lines.map((line) => `data: ${JSON.stringify(line)}\n\n`).join('')
  return new HttpResponse('cut' in answer ? body : `${body}data: [DONE]\n\n`, { headers: EVENTS })
}

const EVENTS = { 'content-type': 'text/event-stream' }

function chunk(delta: Record<string, unknown>, reason: string | null = null) {
  return {
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'test-model',
    choices: [{ index: 0, delta, finish_reason: reason }],
  }
}

function end(reason: string) {
  return chunk({}, reason)
}

function deltas(text: string) {
  return [
    chunk({ role: 'assistant', content: '' }),
    ...(text.match(/\s*\S+/g) ?? []).map((content) => chunk({ content })),
  ]
}

/** Each call opens with its name and sends its arguments in small pieces, the calls interleaved. */
function callDeltas(made: Extract<Answer, { call: unknown }>['call']) {
  const opened = made.map(([name], index) =>
    chunk({
      tool_calls: [{ index, id: `call_${index}_${name}`, type: 'function', function: { name, arguments: '' } }],
    }),
  )
  const pieces = made.flatMap(([, args], index) => {
    const text = typeof args === 'string' ? args : JSON.stringify(args)
    return (text.match(/.{1,7}/gs) ?? []).map((piece, at) => ({
      at,
      delta: chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
    }))
  })
  return [
    chunk({ role: 'assistant', content: null }),
    ...opened,
    ...pieces.sort((a, b) => a.at - b.at).map(({ delta }) => delta),
  ]
}
