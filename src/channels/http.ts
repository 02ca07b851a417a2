/**
 * The plumbing under every HTTP channel: time limits, size limits, and two words for what went wrong.
 *
 * @module
 */
import type { z } from 'zod'
import { ParleyError } from '../../tools/shared/errors.ts'

/** Where a counterparty answers, and what proves that it is us. The token is a secret: never logged, never stored. */
export interface Endpoint {
  readonly baseUrl: string
  readonly token: string
}

export interface HttpOptions {
  /** Milliseconds until an answer counts as lost, per attempt. */
  readonly timeoutMs: number
  /** Bytes an answer may have. */
  readonly maxBytes: number
  /** Milliseconds to wait before each repetition of a GET; its length is how often a GET is repeated. */
  readonly retryAfterMs: readonly number[]
  readonly fetch: typeof fetch
}

export const httpDefaults: HttpOptions = {
  timeoutMs: 10_000,
  maxBytes: 65_536,
  retryAfterMs: [200, 800],
  fetch: (input, init) => fetch(input, init),
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpAnswer {
  readonly status: number
  readonly body: string
}

/**
 * Sends one request. A GET is repeated on failure; anything else is sent exactly once, because nobody knows whether
 * a request that got no answer was carried out.
 *
 * @throws ParleyError COUNTERPARTY_UNREACHABLE (time-out, refused, 5xx), COUNTERPARTY_GARBLED (too large an answer)
 */
export async function send(request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  const waits = request.method === 'GET' ? options.retryAfterMs : []
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendOnce(request, options)
    } catch (error) {
      const wait = waits[attempt]
      if (wait === undefined || !(error instanceof ParleyError) || error.code !== 'COUNTERPARTY_UNREACHABLE')
        throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

async function sendOnce(request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  let status: number
  let body: string
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    })
    status = response.status
    // Followed, a redirect would carry the token and the customer's facts to a host nobody configured.
    if (status >= 300 && status < 400) throw new Error(`The answer was a redirect (${status}).`)
    body = await readLimited(response, options.maxBytes)
  } catch (error) {
    if (error instanceof ParleyError) throw error
    throw new ParleyError('COUNTERPARTY_UNREACHABLE', 'The counterparty gave no answer; ask for its state.', {
      cause: error,
    })
  }
  if (status >= 500 || status === 429) {
    throw new ParleyError('COUNTERPARTY_UNREACHABLE', `The counterparty answered ${status}; try again later.`, {
      facts: { status },
    })
  }
  return { status, body }
}

async function readLimited(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw new ParleyError('COUNTERPARTY_GARBLED', `The answer is larger than ${maxBytes} bytes.`)
    }
    chunks.push(chunk)
  }
  return new TextDecoder().decode(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

/** The answer's JSON, checked. @throws ParleyError COUNTERPARTY_GARBLED when it is no JSON or not what the protocol allows */
export function parseAnswer<T>(answer: HttpAnswer, schema: z.ZodType<T>): T {
  let json: unknown
  try {
    json = JSON.parse(answer.body)
  } catch (error) {
    throw new ParleyError('COUNTERPARTY_GARBLED', 'The answer is not JSON.', {
      facts: { status: answer.status },
      cause: error,
    })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const at = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new ParleyError('COUNTERPARTY_GARBLED', `The answer is not one the protocol allows (at "${at}").`, {
    facts: { status: answer.status, path: at },
  })
}
