/**
 * How requests travel in a play: each change under an idempotency key of its own, once, twice or late, and through a
 * crash of the server in the middle of it.
 *
 * @module
 */
import { draw as chance } from '../../src/sandbox/chance.ts'
import { type ApiClient, ApiProblem, type StreamEvent } from '../../src/server/api-client.ts'
import { persist } from '../stage/persist.ts'

/** `twice`: every change is sent two times at once; `late`: again after its answer. */
export type Deliveries = 'once' | 'twice' | 'late'

export interface Delivery {
  /** A client whose changes travel this way. */
  wrap(client: ApiClient): ApiClient
  /** Says something: as a stream, which shows the tools that were called, or under a hardship as any other change. */
  say(client: ApiClient, path: string, body: unknown): Promise<readonly string[]>
  /** Changes so far: the steps of a play. */
  readonly steps: number
}

export function createDelivery(parts: {
  readonly deliveries: Deliveries
  /** Kills and starts the server; null where nothing is to crash. */
  readonly crash: (() => Promise<void>) | null
  readonly seed: readonly string[]
}): Delivery {
  const { deliveries, crash, seed } = parts
  let steps = 0

  async function change<T>(once: () => Promise<T>): Promise<T> {
    steps += 1
    if (crash !== null) return throughCrash(once, crash, 1 + Math.floor(150 * chance(...seed, String(steps), 'crash')))
    const send = () => persist(once)
    if (deliveries === 'once') return send()
    if (deliveries === 'twice') return firstOf(send(), send())
    const answer = await send()
    await send().catch(ignoreProblems)
    return answer
  }

  return {
    get steps() {
      return steps
    },
    async say(client, path, body) {
      if (crash !== null || deliveries !== 'once') {
        await client.post(path, body)
        return []
      }
      steps += 1
      return persist(() => toolsIn(client.stream(path, body)))
    },
    wrap(client) {
      const key = (): Readonly<Record<string, string>> => ({ 'idempotency-key': crypto.randomUUID() })
      return {
        ...client,
        get: <T>(path: string) => persist(() => client.get<T>(path)),
        post<T>(path: string, body?: unknown, headers: Readonly<Record<string, string>> = key()) {
          return change<T>(() => client.post<T>(path, body, headers))
        },
        put: <T>(path: string, body: unknown) => change<T>(() => client.put<T>(path, body)),
        delete: (path) => change(() => client.delete(path)),
      }
    },
  }
}

/** The tools that a streamed answer called. @throws ApiProblem when it ends in an error */
async function toolsIn(events: AsyncIterable<StreamEvent>): Promise<readonly string[]> {
  const tools: string[] = []
  for await (const { event, data } of events) {
    const { name, phase, code, detail } = data as { name?: string; phase?: string; code?: string; detail?: string }
    if (event === 'tool' && phase === 'start' && name !== undefined) tools.push(name)
    if (event === 'error')
      throw new ApiProblem(500, { ...(code === undefined ? {} : { code }), detail: detail ?? event })
  }
  return tools
}

/** Sends, kills the server in the middle of it, and asks again until there is an answer. */
async function throughCrash<T>(send: () => Promise<T>, crash: () => Promise<void>, afterMs: number): Promise<T> {
  const first = send().catch((error: unknown) => {
    if (error instanceof ApiProblem) return error
    return LOST
  })
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await crash()
  const answer = await first
  if (answer instanceof ApiProblem && answer.status < 500) throw answer
  if (answer !== LOST && !(answer instanceof ApiProblem)) return answer as T
  return again(send)
}

const LOST = Symbol('lost')

/** What was under way when the server died may be taken for still under way for a moment. */
async function again<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await persist(send)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const passing = error.status >= 500 || /still being worked on/.test(error.message)
      if (!passing || tries >= 60) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** Either answer will do; a request that met its twin under way is no failure. */
async function firstOf<T>(a: Promise<T>, b: Promise<T>): Promise<T> {
  const [one, two] = await Promise.allSettled([a, b])
  if (one.status === 'fulfilled') return one.value
  if (two.status === 'fulfilled') return two.value
  throw one.reason
}

function ignoreProblems(error: unknown): void {
  if (!(error instanceof ApiProblem)) throw error
}
