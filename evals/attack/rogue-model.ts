/**
 * A language model that has gone over to the other side, behind a real OpenAI-compatible endpoint: it calls any tool with
 * any arguments, and then says whatever it was told to say.
 *
 * @module
 */
import { createServer } from 'node:http'
import { listenLocally } from '../../src/server/listen-locally.ts'
import { chunks, type Spoken } from '../stage/completion-chunks.ts'

/** Calls in rounds, then words. Tools are named by position among those it was offered, or by a name of its own. */
export interface Script {
  readonly rounds: readonly (readonly { readonly tool: number | string; readonly args: unknown }[])[]
  readonly words: string
}

export interface RogueModel {
  readonly url: string
  script: Script
  close(): Promise<void>
}

interface Asked {
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
  readonly messages: readonly { readonly role: string }[]
}

export async function startRogueModel(): Promise<RogueModel> {
  const model = { script: { rounds: [], words: 'Hello.' } as Script }

  function answer({ tools = [], messages }: Asked): Spoken {
    const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1)
    const round = model.script.rounds[since.filter(({ role }) => role === 'assistant').length]
    if (round === undefined || round.length === 0) return { text: model.script.words, calls: [] }
    const calls = round.map(({ tool, args }) => ({
      name: typeof tool === 'string' ? tool : (tools[tool % Math.max(1, tools.length)]?.function.name ?? 'none'),
      args: typeof args === 'string' ? args : JSON.stringify(args),
    }))
    return { text: '', calls }
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      for (const chunk of chunks.streamed(answer(JSON.parse(body) as Asked))) {
        response.write(`data: ${JSON.stringify(chunk)}\n\n`)
      }
      response.end('data: [DONE]\n\n')
    })
  })
  const { url, close } = await listenLocally(server)
  return Object.assign(model, { url: `${url}/v1`, close })
}
