/**
 * The minimal concession strategy: one step down for each new offer of the other side, nothing else.
 *
 * Source: de Jonge (2022), "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy".
 *
 * @module
 */
import { codeOf, sumOf } from '../engine/domain.ts'
import { chance } from './chance.ts'
import type { Party, Seat, Strategy } from './party.ts'

export const micro: Strategy = { name: 'micro', sit }

function sit({ tables, index, reserved, seed }: Seat): Party {
  const next = chance(seed)
  const received = new Set<number>()
  let made = 0
  return {
    turn(_step, offer) {
      if (offer !== null) received.add(codeOf(index.sizes, offer))
      const candidate = index.at(made)
      const mayConcede = made <= received.size && sumOf(tables, candidate) > reserved && made < index.order.length
      const lowest = index.at(mayConcede ? made : Math.max(0, made - 1))
      if (offer !== null && sumOf(tables, offer) >= Math.max(reserved, sumOf(tables, lowest))) return { a: 'accept' }
      if (!mayConcede) return { a: 'offer', bid: index.at(Math.floor(next() * made)) }
      made += 1
      return { a: 'offer', bid: candidate }
    },
  }
}
