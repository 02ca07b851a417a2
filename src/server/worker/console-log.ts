/**
 * Structured logs for a Worker: JSON lines on the console, with the same things cut out as on Node.
 *
 * @module
 */
import type { Log } from '../../log.ts'
import { withoutSecretForms, withoutSecretKeys } from '../../log-secrets.ts'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const

/** @param write takes one line; the console unless told */
export function consoleLog(
  level: 'silent' | (typeof LEVELS)[number],
  write: (line: string) => void = (line) => console.log(line),
): Log {
  const from = level === 'silent' ? LEVELS.length : LEVELS.indexOf(level)
  const logger = (name: (typeof LEVELS)[number]) => (facts: object, message: string) => {
    if (LEVELS.indexOf(name) < from) return
    const time = new Date().toISOString()
    const line = { level: name, time, ...(withoutSecretKeys(facts) as object), msg: message }
    write(withoutSecretForms(JSON.stringify(line)))
  }
  return { debug: logger('debug'), info: logger('info'), warn: logger('warn'), error: logger('error') }
}
