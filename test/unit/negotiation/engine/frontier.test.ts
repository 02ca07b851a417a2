import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestBids } from '../../../../tools/negotiation/engine/best-bids.ts'
import { indexBids } from '../../../../tools/negotiation/engine/bid-index.ts'
import { bidOf, codeOf, outcomesOf, sizesOf, sumOf, type Tables } from '../../../../tools/negotiation/engine/domain.ts'
import { frontierOf } from '../../../../tools/negotiation/engine/frontier.ts'
import { chance } from '../../../../tools/negotiation/field/chance.ts'

const domain = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  seed: fc.integer({ min: 0, max: 100_000 }),
})

function tables(sizes: readonly number[], seed: number): Tables {
  const next = chance(seed)
  return sizes.map((size) => Float64Array.from({ length: size }, () => next() / sizes.length))
}

describe('the frontier found issue by issue', () => {
  it('is that of listing all agreements, where it is exact', () => {
    fc.assert(
      fc.property(domain, ({ sizes, seed }) => {
        const [own, model] = [tables(sizes, seed), tables(sizes, seed + 1)]
        const all = Array.from({ length: outcomesOf(sizes) }, (_, code) => bidOf(sizes, code))
        const points = all.map((bid) => [sumOf(own, bid), sumOf(model, bid)] as const)
        const best = points.filter(
          ([u, v]) => !points.some(([a, b]) => (a >= u && b > v + 1e-9) || (a > u + 1e-9 && b >= v)),
        )
        const frontier = frontierOf(own, model)
        expect(frontier.length).toBe(new Set(best.map(([u]) => u.toFixed(9))).size)
        for (let place = 0; place < frontier.length; place += 1) {
          expect(sumOf(own, frontier.bid(place))).toBeCloseTo(frontier.ours[place] ?? -1, 9)
          expect(sumOf(model, frontier.bid(place))).toBeCloseTo(frontier.theirs[place] ?? -1, 9)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is off by little where it keeps slices', () => {
    const sizes = [12, 12, 12, 12]
    const [own, model] = [tables(sizes, 1), tables(sizes, 2)]
    const exact = frontierOf(own, model, 1_000_000)
    const sliced = frontierOf(own, model)
    for (let place = 0; place < exact.length; place += 25) {
      const gap = Math.min(
        ...Array.from(sliced.ours, (u, p) =>
          Math.max((exact.ours[place] ?? 0) - u, (exact.theirs[place] ?? 0) - (sliced.theirs[p] ?? 0)),
        ),
      )
      expect(gap).toBeLessThan(0.005)
    }
  })
})

describe('the order of agreements', () => {
  it('is the same listed and found one by one', () => {
    fc.assert(
      fc.property(domain, ({ sizes, seed }) => {
        const own = tables(sizes, seed)
        const index = indexBids(own)
        const lazy = bestBids(own)
        const count = outcomesOf(sizes)
        expect(index?.order.length).toBe(count)
        for (let rank = 0; rank < count; rank += 1) {
          expect(lazy.at(rank)?.utility).toBeCloseTo(sumOf(own, index?.at(rank) ?? []), 4)
        }
        expect(lazy.at(count)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('counts what is worth at least so much', () => {
    const own = tables([4, 5], 9)
    const index = indexBids(own)
    const all = Array.from({ length: 20 }, (_, code) => sumOf(own, bidOf(sizesOf(own), code)))
    for (const level of [0, 0.2, 0.4, 0.6, 2]) {
      expect(index?.countAtLeast(level)).toBe(all.filter((utility) => utility >= level).length)
    }
  })

  it('numbers bids and finds them again', () => {
    fc.assert(
      fc.property(domain, fc.nat(), ({ sizes }, number) => {
        const code = number % outcomesOf(sizes)
        expect(codeOf(sizes, bidOf(sizes, code))).toBe(code)
      }),
    )
  })
})
