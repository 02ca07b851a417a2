/**
 * A small client of our own `/v1`, for the programs behind npm scripts and for evals: they come in by the front door.
 *
 * @module
 */

/** A refusal by the API, as problem+json says it. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly faults: readonly { readonly path: string; readonly reason: string }[]

  constructor(
    status: number,
    problem: { code?: string; detail?: string; faults?: { path: string; reason: string }[] },
  ) {
    super(problem.detail ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = problem.code ?? 'UNKNOWN'
    this.faults = problem.faults ?? []
  }
}

/** One event of a stream: its name and its JSON. */
export interface StreamEvent {
  readonly event: string
  readonly data: unknown
}

/** Calls with one bearer token. Replies are JSON the caller names the shape of; refusals are thrown as `ApiProblem`. */
export interface ApiClient {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  delete(path: string): Promise<void>
  /** A file. */
  bytes(path: string): Promise<Uint8Array>
  /** Events of a stream as they come; a POST when there is a body. */
  stream(path: string, body?: unknown): AsyncGenerator<StreamEvent>
}

export function apiClient(baseUrl: string, token: string): ApiClient {
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const reply = await fetch(new URL(path, baseUrl), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (reply.ok) return reply
    const text = await reply.text()
    throw new ApiProblem(reply.status, reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {})
  }
  return {
    get: async (path) => (await call('GET', path)).json(),
    post: async (path, body = {}, headers = {}) => (await call('POST', path, body, headers)).json(),
    put: async (path, body) => (await call('PUT', path, body)).json(),
    delete: async (path) => {
      await call('DELETE', path)
    },
    bytes: async (path) => new Uint8Array(await (await call('GET', path)).arrayBuffer()),
    async *stream(path, body) {
      const reply = await call(body === undefined ? 'GET' : 'POST', path, body, { accept: 'text/event-stream' })
      yield* readEvents(reply)
    },
  }
}

async function* readEvents(reply: Response): AsyncGenerator<StreamEvent> {
  if (reply.body === null) return
  let rest = ''
  for await (const chunk of reply.body.pipeThrough(new TextDecoderStream())) {
    const blocks = `${rest}${chunk}`.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = field(block, 'event')
      const data = field(block, 'data')
      if (data !== null) yield { event: event ?? 'message', data: JSON.parse(data) }
    }
  }
}

function field(block: string, name: string): string | null {
  const lines = block.split('\n').filter((line) => line.startsWith(`${name}:`))
  return lines.length === 0 ? null : lines.map((line) => line.slice(name.length + 1).trimStart()).join('\n')
}
