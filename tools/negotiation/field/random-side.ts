/**
 * A side without a plan, above its reserve.
 *
 * @module
 */
import { sumOf } from '../engine/domain.ts'
import { chance } from './chance.ts'
import type { Strategy } from './party.ts'

export const randomSide: Strategy = {
  name: 'random',
  sit({ tables, index, reserved, seed }) {
    const next = chance(seed)
    const open = Math.max(1, index.countAtLeast(reserved))
    return {
      turn(_step, offer) {
        const bid = index.at(Math.floor(next() * open))
        if (offer !== null && sumOf(tables, offer) >= Math.max(reserved, sumOf(tables, bid))) return { a: 'accept' }
        return { a: 'offer', bid }
      },
    }
  },
}
