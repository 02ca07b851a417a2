/**
 * A client of `/v1` as a good one behaves while servers die: it asks again until it is answered, with the same ids.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiProblem, apiClient } from '../../src/server/api-client.ts'

export interface PersistentClient {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: unknown, key?: string): Promise<T>
  delete(path: string): Promise<void>
  text(path: string): Promise<string>
  /** Looks again until it is so. @throws GaveUp */
  until<T>(path: string, done: (value: T) => boolean): Promise<T>
}

/** Nobody answered, or the state that was waited for did not come, in the time a customer would still wait. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp'
}

const AGAIN_MS = 250
/** After this long without an answer a client asks again; a repeated request gets the first answer. */
const ANSWER_MS = 15_000

/** How long any one thing may take, counted from the last fault: while servers die nothing is late. */
export interface Patience {
  readonly ms: number
  /** By `performance.now()`. */
  readonly lastStrike: () => number
}

/** @param parts.urls the replicas; the next one is asked when one does not answer */
export function persistentClient(parts: {
  readonly urls: readonly string[]
  readonly token: () => Promise<string>
  readonly patience: Patience
}): PersistentClient {
  const { urls, patience } = parts
  const outOfPatience = (since: number) => performance.now() - Math.max(since, patience.lastStrike()) > patience.ms
  let turn = Math.floor(Math.random() * urls.length) // any replica will do: which one decides nothing

  async function persist<T>(what: string, ask: (client: ReturnType<typeof apiClient>) => Promise<T>): Promise<T> {
    const since = performance.now()
    let last: unknown = 'nothing was tried'
    while (!outOfPatience(since)) {
      try {
        const client = apiClient(urls[turn % urls.length] ?? '', await parts.token())
        return await within(ANSWER_MS, ask(client))
      } catch (error) {
        if (error instanceof ApiProblem && !isWorthAnother(error)) throw error
        last = error
        turn += 1
        await sleep(AGAIN_MS)
      }
    }
    throw new GaveUp(`${what}: no answer in ${patience.ms / 1000} s (${String(last)})`)
  }

  return {
    get: (path) => persist(`GET ${path}`, (client) => client.get(path)),
    post: (path, body, key) =>
      persist(`POST ${path}`, (client) => client.post(path, body, key === undefined ? {} : { 'idempotency-key': key })),
    delete: (path) => persist(`DELETE ${path}`, (client) => client.delete(path)),
    text: async (path) => new TextDecoder().decode(await persist(`GET ${path}`, (client) => client.bytes(path))),
    async until<T>(path: string, done: (value: T) => boolean): Promise<T> {
      const since = performance.now()
      let last: T | undefined
      while (!outOfPatience(since)) {
        last = await persist(`GET ${path}`, (client) => client.get<T>(path))
        if (done(last)) return last
        await sleep(AGAIN_MS)
      }
      throw new GaveUp(`GET ${path}: not so in ${patience.ms / 1000} s: ${JSON.stringify(last).slice(0, 400)}`)
    },
  }
}

/** Our trouble, or a moment's: another try may pass. Any other refusal is an answer. */
function isWorthAnother({ status, code }: ApiProblem): boolean {
  return status >= 500 || status === 429 || (status === 409 && code === 'CONFLICT')
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms / 1000} s`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
