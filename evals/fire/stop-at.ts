/**
 * A module to be loaded before a server (`node --import`): ends the process with SIGKILL at the fault point that
 * FIRE_STOP_AT names, by watching what the process says to its database and to counterparties.
 *
 * The service knows nothing of it. What it is loaded into is the code of production, byte for byte.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type FaultPoint, faultPoint } from './fault-points.ts'

/** Milliseconds that a request on its way has. */
const ON_ITS_WAY_MS = 3

type Callback = (...args: unknown[]) => void

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

const name = process.env.FIRE_STOP_AT ?? ''
if (name !== '') arm(faultPoint(name))

function arm({ watch, when }: FaultPoint): void {
  if (watch.kind === 'request') {
    const { fetch } = globalThis
    globalThis.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input))
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      if (method !== watch.method || !watch.path.test(url.pathname)) return fetch(input, init)
      if (when === 'before') die()
      const answer = fetch(input, init)
      if (when === 'during') await sleep(ON_ITS_WAY_MS)
      else await answer
      die()
      return answer
    }
    return
  }
  const inTransaction = new WeakSet<object>()
  const passed = new WeakSet<object>()
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  prototype.query = function watched(this: object, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    // A text that holds a whole transaction, as the queue's library sends, begins and ends nothing here.
    if (/^\s*begin\s*;?\s*$/i.test(text)) inTransaction.add(this)
    const commits = /^\s*commit\s*;?\s*$/i.test(text)
    const ends = commits || /^\s*rollback\s*;?\s*$/i.test(text)
    const isIt = watch.text.test(text) && (watch.values?.test(valuesOf(args)) ?? true)
    if (isIt && when === 'before') die()
    const done = (error: unknown): void => {
      if (error === null || error === undefined) {
        if ((commits && passed.has(this)) || (isIt && !inTransaction.has(this))) die()
        if (isIt) passed.add(this)
      }
      if (!ends) return
      inTransaction.delete(this)
      passed.delete(this)
    }
    const hearing = (callback: Callback): Callback =>
      function told(this: unknown, error, ...rest) {
        done(error)
        callback.call(this, error, ...rest)
      }
    const last = args.at(-1)
    if (typeof last === 'function') return query.apply(this, [...args.slice(0, -1), hearing(last as Callback)])
    // A query that submits itself brings its own callback.
    const own = args[0] as { submit?: unknown; callback?: unknown } | null
    if (typeof own?.submit === 'function' && typeof own.callback === 'function') {
      own.callback = hearing(own.callback as Callback)
      return query.apply(this, args)
    }
    const result = query.apply(this, args)
    if (!(result instanceof Promise)) return result
    return result.then(
      (value: unknown) => {
        done(null)
        return value
      },
      (error: unknown) => {
        done(error)
        throw error
      },
    )
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  const text = (query as { text?: unknown } | null)?.text
  return typeof text === 'string' ? text : ''
}

function valuesOf(args: readonly unknown[]): string {
  const inQuery = (args[0] as { values?: unknown } | null)?.values
  return JSON.stringify(Array.isArray(args[1]) ? args[1] : (inQuery ?? []))
}
