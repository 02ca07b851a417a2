/**
 * Time comes in as an argument: the real clock in production, a fixed one in tests, evals and the demo.
 *
 * @module
 */
import type { Day } from './calendar.ts'
import { dateFormat } from './formats.ts'

export interface Clock {
  now(): Date
}

/** The calendar day in Germany at this moment: deadlines of German law end at midnight in Berlin, not in UTC. */
export function today(clock: Clock): Day {
  return dateFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(clock.now())
}

/** The calendar day in Germany at an ISO instant. */
export function dayOf(instant: string): Day {
  return today(fixedClock(instant))
}

/** A clock that stands still. */
export function fixedClock(iso: string): Clock {
  const moment = new Date(iso)
  return { now: () => new Date(moment) }
}

/** The real clock. */
export const systemClock: Clock = { now: () => new Date() }

/** The earlier of two ISO instants. */
export function earlierOf(a: string, b: string): string {
  return new Date(a).getTime() <= new Date(b).getTime() ? a : b
}
