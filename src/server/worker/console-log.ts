/**
 * Structured logs for a Worker: JSON lines on the console, with the same things cut out as on Node.
 *
 * @module
 */
import type { Log } from '../../log.ts'
import { SECRET_KEYS } from '../../log-secrets.ts'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
const SECRET: ReadonlySet<string> = new Set(SECRET_KEYS)
/** As deep as on Node. */
const DEPTH = 3

/** @param write takes one line; the console unless told */
export function consoleLog(
  level: 'silent' | (typeof LEVELS)[number],
  write: (line: string) => void = (line) => console.log(line),
): Log {
  const from = level === 'silent' ? LEVELS.length : LEVELS.indexOf(level)
  const logger = (name: (typeof LEVELS)[number]) => (facts: object, message: string) => {
    if (LEVELS.indexOf(name) < from) return
    const time = new Date().toISOString()
    write(JSON.stringify({ level: name, time, ...(withoutSecrets(facts, DEPTH) as object), msg: message }))
  }
  return { debug: logger('debug'), info: logger('info'), warn: logger('warn'), error: logger('error') }
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (value instanceof Error) {
    const { name: type, message, stack } = value
    return { type, message, stack, ...(value.cause === undefined ? {} : { cause: withoutSecrets(value.cause, depth) }) }
  }
  if (typeof value !== 'object' || value === null || depth === 0) return value
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.has(key) ? '[cut]' : withoutSecrets(inner, depth - 1)]),
  )
}
