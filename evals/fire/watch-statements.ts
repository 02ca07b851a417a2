/**
 * Hears of every statement that this process sends to a database, by `pg`'s client.
 *
 * @module
 */
import pg from 'pg'
import type { FaultPoint, StatementWatch } from './fault-points.ts'

type Point = FaultPoint & { readonly watch: StatementWatch }
type Callback = (...args: unknown[]) => void

/**
 * Calls `reached` where a point is reached, before anything that follows from it is done.
 *
 * @returns ends the watch
 */
export function watchStatements(points: readonly Point[], reached: (point: FaultPoint) => void): () => void {
  const inTransaction = new WeakSet<object>()
  const toBeCommitted = new WeakMap<object, Set<Point>>()
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const { query } = prototype

  prototype.query = function watched(this: object, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    // A text that holds a whole transaction, as the queue's library sends, begins and ends nothing here.
    if (/^\s*begin\b[^;]*;?\s*$/i.test(text)) inTransaction.add(this)
    const commits = /^\s*commit\s*;?\s*$/i.test(text)
    const ends = commits || /^\s*rollback\s*;?\s*$/i.test(text)
    const here = points.filter(({ watch }) => watch.text.test(text) && (watch.values?.test(valuesOf(args)) ?? true))
    for (const point of here) if (point.when === 'before') reached(point)
    const behind = here.filter(({ when }) => when === 'after')

    const done = (error: unknown): void => {
      if (error === null || error === undefined) {
        if (commits) for (const point of toBeCommitted.get(this) ?? []) reached(point)
        if (!inTransaction.has(this)) behind.forEach(reached)
        else toBeCommitted.set(this, new Set([...(toBeCommitted.get(this) ?? []), ...behind]))
      }
      if (!ends) return
      inTransaction.delete(this)
      toBeCommitted.delete(this)
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
  return () => void Object.assign(prototype, { query })
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
