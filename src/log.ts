/**
 * Structured logs. What is secret or personal is cut out by path, whoever logs it.
 *
 * @module
 */
import { pino } from 'pino'
import { SECRET_KEYS } from './log-secrets.ts'

/** What the parts may log with; pino's shape, so that a test can hand in a recorder. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** JSON lines on standard error: standard output belongs to what people read. */
export function createLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Log {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])
  return pino({ level, redact: { paths, censor: '[cut]' } }, pino.destination(2))
}
