/**
 * The clock of a play: it begins at one moment, moves a millisecond with every look, so that what came later says so,
 * and jumps when the play says so. It never follows the machine's time.
 *
 * @module
 */
import type { Clock } from '../../tools/shared/clock.ts'

/** The moment at which every play begins. */
export const NOW = '2026-11-22T09:00:00.000Z'

export interface TickingClock extends Clock {
  /** Where it stands, without moving it. */
  peek(): Date
  set(moment: Date): void
}

export function tickingClock(begin: string = NOW): TickingClock {
  let stands = new Date(begin).getTime()
  return {
    now() {
      stands += 1
      return new Date(stands)
    },
    peek: () => new Date(stands),
    set(moment) {
      stands = moment.getTime()
    },
  }
}
