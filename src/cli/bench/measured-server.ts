/**
 * Starts a server to be measured and speaks to it: by HTTP as its customers, by messages as its parent.
 *
 * @module
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type ApiClient, apiClient } from '../../server/api-client.ts'
import { startBenchCounterparty } from './bench-counterparty.ts'
import { type Ask, type BenchAnswers, type BenchReady, INSERT_PATH, type Told } from './bench-protocol.ts'

export interface MeasuredServer {
  /** A client per customer. */
  readonly clients: readonly ApiClient[]
  /** A client per reviewer. */
  readonly reviewers: readonly ApiClient[]
  readonly ask: BenchAnswers
  /** One bare insert by HTTP. */
  insert(): Promise<unknown>
}

/** @param database a PostgreSQL URL of an owner, or the folder of an embedded database */
export async function startMeasuredServer(
  database: { readonly url: string } | { readonly folder: string },
): Promise<MeasuredServer> {
  const counterparty = await startBenchCounterparty()
  const child = fork(join(import.meta.dirname, 'bench-server.ts'), {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      LANGSMITH_TRACING: 'false',
      LANGCHAIN_TRACING_V2: 'false',
      BENCH_COUNTERPARTIES: JSON.stringify([counterparty.entry]),
      ...('url' in database ? { BENCH_DATABASE_URL: database.url } : { BENCH_FOLDER: database.folder }),
    },
  })
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const ready = Promise.withResolvers<BenchReady>()
  child.once('error', ready.reject)
  child.once('exit', (code) => {
    const gone = new Error(`The server that was measured ended with ${code}.`)
    ready.reject(gone)
    for (const { reject } of pending.values()) reject(gone)
  })
  child.on('message', (message: BenchReady | Told) => {
    if ('url' in message) return ready.resolve(message)
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if ('error' in message) waiting?.reject(new Error(message.error))
    else waiting?.resolve(message.value)
  })
  let asked = 0
  function ask<T>(name: Ask['name'], input?: unknown): Promise<T> {
    const id = asked++
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve: (value) => resolve(value as T), reject })
      child.send({ id, name, input } satisfies Ask)
    })
  }
  const { url, tokens, reviewers } = await ready.promise
  const anybody = apiClient(url, '')
  return {
    insert: () => anybody.post(INSERT_PATH),
    clients: tokens.map((token) => apiClient(url, token)),
    reviewers: reviewers.map((token) => apiClient(url, token)),
    ask: {
      memory: () => ask('memory'),
      processor: () => ask('processor'),
      stored: () => ask('stored'),
      inserts: (input) => ask('inserts', input),
      propose: (input) => ask('propose', input),
      committed: () => ask('committed'),
      async close() {
        await ask('close')
        await counterparty.close()
      },
    },
  }
}
