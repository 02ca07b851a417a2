/**
 * How many decisions a second a strategy makes.
 *
 * @module
 */
import type { Strategy } from '../../../tools/negotiation/field/party.ts'

export interface Measured {
  readonly strategy: Strategy
  perSecond(): number
}

/** The same strategy with a stop watch; taking its seat counts as well. */
export function measureSpeed(strategy: Strategy): Measured {
  let milliseconds = 0
  let turns = 0
  return {
    perSecond: () => (milliseconds === 0 ? 0 : (1_000 * turns) / milliseconds),
    strategy: {
      name: strategy.name,
      sit(seat) {
        const began = performance.now()
        const party = strategy.sit(seat)
        milliseconds += performance.now() - began
        return {
          turn(step, offer) {
            const from = performance.now()
            turns += 1
            const move = party.turn(step, offer)
            if (!(move instanceof Promise)) {
              milliseconds += performance.now() - from
              return move
            }
            return move.finally(() => {
              milliseconds += performance.now() - from
            })
          },
        }
      },
    },
  }
}
