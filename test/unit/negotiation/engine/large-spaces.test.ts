import { describe, expect, it } from 'vitest'
import { outcomesOf } from '../../../../tools/negotiation/engine/domain.ts'
import { playSession, sessionOf, utilityOf } from './sessions.ts'

describe('spaces too large to list', () => {
  // Listing ten thousand million agreements would end in no time a test has.
  for (const [nSteps, opens] of [
    [10, true],
    [10, false],
    [60, true],
  ] as const) {
    it(`are negotiated over ${nSteps} rounds inside the reserve, ${opens ? 'opening' : 'answering'}`, () => {
      const sizes = Array.from({ length: 10 }, () => 10)
      expect(outcomesOf(sizes)).toBe(1e10)
      const session = sessionOf(sizes, 5, 0.55, nSteps, opens)
      const { spoken } = playSession(session)
      const own = spoken.flatMap(({ move }) => (move.a === 'offer' ? [utilityOf(session.request, move.bid)] : []))
      expect(own.length).toBeGreaterThan(nSteps / 2)
      for (const [i, utility] of own.entries()) {
        expect(utility).toBeGreaterThanOrEqual(0.55)
        expect(utility).toBeLessThanOrEqual((own[i - 1] ?? 1) + 1e-9)
      }
    })
  }
})
