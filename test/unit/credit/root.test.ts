import { expect, test } from 'vitest'
import { type Curve, rootBetween, rootsBetween } from '../../../tools/credit/root.ts'

const parabola: Curve = (x) => ({ value: x * x - 2, slope: 2 * x })
const touching: Curve = (x) => ({ value: (x - 1) ** 2, slope: 2 * (x - 1) })

test('finds the root inside a bracket to full precision', () => {
  expect(rootBetween(parabola, 0, 2)).toBeCloseTo(Math.SQRT2, 14)
})

test('returns null where the curve does not change its sign', () => {
  expect(rootBetween(parabola, 2, 3)).toBeNull()
})

test('survives a slope of zero at its starting guess', () => {
  const cubic: Curve = (x) => ({ value: x ** 3 - 0.5, slope: 3 * x ** 2 })
  expect(rootBetween(cubic, -1, 1, 0)).toBeCloseTo(Math.cbrt(0.5), 14)
})

test('finds two roots that lie inside one cell of the grid', () => {
  const roots = rootsBetween((x) => ({ value: (x - 0.4) * (x - 0.45), slope: 2 * x - 0.85 }), 0, 3, 1)
  expect(roots).toHaveLength(2)
  expect(roots[0]).toBeCloseTo(0.4, 12)
  expect(roots[1]).toBeCloseTo(0.45, 12)
})

test('counts a root on a line of the grid once', () => {
  expect(rootsBetween((x) => ({ value: x - 1, slope: 1 }), 0, 3, 1)).toEqual([1])
  expect(rootsBetween(touching, 0, 3, 1)).toEqual([1])
})
