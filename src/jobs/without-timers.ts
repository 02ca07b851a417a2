/**
 * A clock for the queue library that never calls back: what only enqueues and drains needs no background work, and a
 * Worker's isolate may have none.
 *
 * @module
 */
import type { Clock } from 'pg-boss'

const NEVER = { unref() {}, ref() {} }

export const withoutTimers: Clock = {
  now: () => Date.now(),
  setTimeout: () => NEVER,
  clearTimeout() {},
  setInterval: () => NEVER,
  clearInterval() {},
}
