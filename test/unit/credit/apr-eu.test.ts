import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aprEu } from '../../../tools/credit/apr-eu.ts'
import { roundRate } from '../../../tools/credit/apr-result.ts'
import type { Flow } from '../../../tools/credit/flows.ts'
import { money } from '../../../tools/shared/money.ts'

const advance = (minor: number, t = 0): Flow => ({ dir: 'advance', amount: money(minor, 'EUR'), t })
const payment = (minor: number, t: number): Flow => ({ dir: 'payment', amount: money(minor, 'EUR'), t })

test('is exactly zero when no more is paid back than was advanced', () => {
  const instalments = [0, 2, 4, 6].map((weeks) => payment(2500, weeks / 52))
  expect(aprEu([advance(10_000), ...instalments])).toMatchObject({ status: 'ok', exact: 0 })
})

test('is negative when less is paid back', () => {
  const result = aprEu([advance(10_000), payment(9500, 1)])
  expect(result.status).toBe('ok')
  expect(result.exact).toBeCloseTo(-5, 10)
})

test('has no root when nothing is paid, nothing is advanced, or almost all is given away', () => {
  const none = { status: 'no_root', exact: null, rounded: null }
  expect(aprEu([advance(10_000)])).toEqual(none)
  expect(aprEu([payment(10_000, 1)])).toEqual(none)
  expect(aprEu([advance(10_000), payment(10_000, 0)])).toEqual(none)
  expect(aprEu([advance(10_000), payment(50, 1)])).toEqual(none)
})

test('reports all roots where several rates solve the equation', () => {
  // 100 -> pay 230 -> receive 132: (1 + X) is 1.1 or 1.2
  const result = aprEu([advance(10_000), payment(23_000, 1), advance(13_200, 2)])
  expect(result.status).toBe('multiple_roots')
  if (result.status !== 'multiple_roots') return
  expect(result.roots).toHaveLength(2)
  expect(result.roots[0]).toBeCloseTo(10, 9)
  expect(result.roots[1]).toBeCloseTo(20, 9)
})

test('finds the one rate of a credit that is drawn again after payments began', () => {
  const flows = [advance(100_000), payment(20_000, 0.5), advance(50_000, 0.75), payment(140_000, 1.5)]
  expect(aprEu(flows).status).toBe('ok')
})

test('takes a fee that is paid before the first drawdown', () => {
  const early = aprEu([payment(1000, -0.25), advance(100_000), payment(105_000, 1)])
  const later = aprEu([payment(1000, 0), advance(100_000), payment(105_000, 1)])
  expect(early.exact ?? 0).toBeGreaterThan(later.exact ?? 0)
})

test('finds the rates of very short credits', () => {
  const result = aprEu([advance(10_000), payment(11_000, 1 / 365)])
  expect(Math.log1p((result.exact ?? 0) / 100)).toBeCloseTo(365 * Math.log(1.1), 9)
})

test('rounds half up from the unrounded rate, as each jurisdiction does', () => {
  const flows = [advance(100_000), payment(106_450, 1)]
  expect(aprEu(flows, 'DE').rounded?.toFixed()).toBe('6.45')
  expect(aprEu(flows, 'EU').rounded?.toFixed()).toBe('6.5')
  expect(roundRate(6.445, 'DE').toFixed()).toBe('6.45')
  expect(roundRate(6.445, 'EU').toFixed()).toBe('6.4')
})

test('solves its own equation for any loan with more paid than advanced', () => {
  const terms = fc.record({
    principal: fc.integer({ min: 10_000, max: 50_000_000 }),
    months: fc.integer({ min: 1, max: 480 }),
    markup: fc.double({ min: 1.0001, max: 3, noNaN: true }),
    fee: fc.integer({ min: 0, max: 5_000 }),
  })
  fc.assert(
    fc.property(terms, ({ principal, months, markup, fee }) => {
      const instalment = Math.ceil((principal * markup) / months)
      const flows = [advance(principal), payment(fee, 0)]
      for (let k = 1; k <= months; k++) flows.push(payment(instalment, k / 12))
      const { status, exact } = aprEu(flows)
      expect(status).toBe('ok')
      const worth = flows.reduce((sum, { dir, amount, t }) => {
        return sum + (dir === 'advance' ? 1 : -1) * amount.minor * (1 + (exact ?? 0) / 100) ** -t
      }, 0)
      expect(Math.abs(worth) / principal).toBeLessThan(1e-9)
    }),
  )
})

test('refuses no flows, negative amounts, mixed currencies and absurd times, by path', () => {
  expect(() => aprEu([])).toThrow(/flows/)
  expect(() => aprEu([advance(100), payment(-1, 1)])).toThrow(/flows\[1\]\.amount/)
  expect(() => aprEu([advance(100), { dir: 'payment', amount: money(100, 'GBP'), t: 1 }])).toThrow(/flows\[1\]\.amount/)
  expect(() => aprEu([advance(100), payment(100, 1000)])).toThrow(/flows\[1\]\.t/)
  expect(() => aprEu([advance(100), payment(100, Number.NaN)])).toThrow(/flows\[1\]\.t/)
})
