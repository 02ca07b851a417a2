/**
 * Sides that concede by the clock alone, and ask for whatever just meets their aspiration.
 *
 * Source: Faratin, Sierra and Jennings (1998).
 *
 * @module
 */
import { sumOf } from '../engine/domain.ts'
import type { Party, Seat, Strategy } from './party.ts'

/**
 * @param exponent of time: above 1 concedes late (boulware), 1 linear, below 1 early (conceder)
 */
export function timeDependentSide(name: string, exponent: number): Strategy {
  return { name, sit: (seat) => party(seat, exponent) }
}

function party({ tables, index, reserved, nSteps }: Seat, exponent: number): Party {
  const best = sumOf(tables, index.at(0))
  const aspiration = (step: number): number => {
    const time = (step + 1) / (nSteps + 1)
    return best - (best - reserved) * time ** exponent
  }
  return {
    turn(step, offer) {
      const level = aspiration(step)
      if (offer !== null && sumOf(tables, offer) >= level) return { a: 'accept' }
      const place = index.countAtLeast(level) - 1
      return { a: 'offer', bid: index.at(Math.max(0, place)) }
    },
  }
}
