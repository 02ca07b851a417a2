import { describe, expect, it } from 'vitest'
import { drawNeed } from '../../../src/cli/deals/draw-need.ts'
import { playNeed } from '../../../src/cli/deals/play-need.ts'
import { NEEDS } from '../../../tools/mandates/mandate.ts'
import { dealStrategy } from '../../../tools/negotiation/engine/deal-strategy.ts'
import { timeDependent } from '../../../tools/negotiation/time-dependent.ts'

describe('the comparison of strategies over drawn deals', () => {
  it.each(NEEDS)('draws the same %s for the same seed, and plays it to the same end', (need) => {
    const play = () => playNeed(drawNeed(need, 7), dealStrategy, 6)
    expect(play()).toEqual(play())
  })

  it('never steps back on an offer, whoever answers', () => {
    for (const need of NEEDS) {
      for (let seed = 0; seed < 2; seed += 1) {
        for (const strategy of [dealStrategy, timeDependent]) {
          const played = playNeed(drawNeed(need, seed), strategy, 6)
          expect(played?.retreats ?? 0).toBe(0)
        }
      }
    }
  })

  it('lets an alternative help: three parties give no less than the first of them alone', () => {
    let helped = 0
    for (let seed = 0; seed < 12; seed += 1) {
      const drawn = drawNeed('overdraft', seed)
      const [first] = drawn.parties
      if (drawn.parties.length < 2 || first === undefined) continue
      const alone = playNeed({ ...drawn, parties: [first] }, dealStrategy, 6)
      const all = playNeed(drawn, dealStrategy, 6)
      if (alone === null || all === null) continue
      helped += (alone.held ?? alone.worst).minus(all.held ?? all.worst).toNumber()
    }
    expect(helped).toBeGreaterThan(0)
  })
})
