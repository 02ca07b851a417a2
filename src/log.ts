/**
 * Structured logs. What is secret or personal is cut out, by key and by form, whoever logs it.
 *
 * @module
 */
import { pino } from 'pino'
import { withoutSecretForms, withoutSecretKeys } from './log-secrets.ts'

/** What the parts may log with; pino's shape, so that a test can hand in a recorder. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/**
 * JSON lines on standard error: standard output belongs to what people read.
 *
 * @param to takes each line; standard error unless told
 */
export function createLog(
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug',
  to: { write(line: string): unknown } = pino.destination(2),
): Log {
  return pino(
    { level, formatters: { log: (facts) => withoutSecretKeys(facts) as Record<string, unknown> } },
    { write: (line: string) => void to.write(withoutSecretForms(line)) },
  )
}
