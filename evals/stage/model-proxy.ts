/**
 * Passes a live model's traffic on and counts it, so that plays with a live model have a cost.
 *
 * @module
 */
import { createServer } from 'node:http'
import { listenLocally } from '../../src/server/listen-locally.ts'
import type { ModelServer } from './model-server.ts'

/** @param target the live endpoint, such as `https://api.openai.com/v1` */
export async function startModelProxy(target: string): Promise<ModelServer> {
  let usage = { calls: 0, characters: 0 }
  const server = createServer(async (request, response) => {
    try {
      let body = ''
      for await (const chunk of request) body += chunk
      const { authorization, 'content-type': type } = request.headers
      const reply = await fetch(`${target.replace(/\/$/, '')}${(request.url ?? '').replace(/^\/v1/, '')}`, {
        method: request.method ?? 'POST',
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          'content-type': type ?? 'application/json',
        },
        ...(body === '' ? {} : { body }),
      })
      usage = { calls: usage.calls + 1, characters: usage.characters + body.length }
      response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'application/json' })
      for await (const chunk of reply.body ?? []) {
        usage = { ...usage, characters: usage.characters + chunk.length }
        response.write(chunk)
      }
      response.end()
    } catch {
      response.writeHead(502).end() // the live endpoint is down: for Parley as if it had said so itself
    }
  })
  const { url, close } = await listenLocally(server)
  return {
    url: `${url}/v1`,
    misbehave() {}, // a live model does so by itself
    takeUsage() {
      const taken = usage
      usage = { calls: 0, characters: 0 }
      return taken
    },
    close,
  }
}
