import { expect, test } from 'vitest'
import { compare } from '../../../src/cli/vectors/compare.ts'

test('compares decimal strings as numbers and words exactly', () => {
  expect(compare({ a: '0', b: 'IN' }, { a: '0.00', b: 'IN' }, 0)).toEqual([])
  expect(compare({ b: 'IN' }, { b: 'in' }, 0)).toEqual([{ path: 'b', expected: 'IN', actual: 'in' }])
  expect(compare({ d: '2026-11-22' }, { d: '2026-11-21' }, '1')).toHaveLength(1)
})

test('holds numbers to a tolerance, its bound included', () => {
  expect(compare({ a: '1.00' }, { a: '1.01' }, '0.01')).toEqual([])
  expect(compare({ a: '1.00' }, { a: '1.02' }, '0.01')).toHaveLength(1)
  expect(compare({ a: 1 }, { a: 1.5 }, undefined)).toHaveLength(1)
})

test('holds each kind of number to its own tolerance', () => {
  const tolerance = { money: '0.005', rate: 1e-5 }
  expect(compare({ sum: '1.00', rate: 1 }, { sum: '1.004', rate: 1.000001 }, tolerance)).toEqual([])
  expect(compare({ sum: '1.00', rate: 1 }, { sum: '1.004', rate: 1.004 }, tolerance)).toHaveLength(1)
  const apr = { vsExact: 1e-7, vsOfficial: 1e-3 }
  const differs = compare(
    { aprPercentExact: 1, aprPercentOfficial: 1 },
    { aprPercentExact: 1.0005, aprPercentOfficial: 1.0005 },
    apr,
  )
  expect(differs.map(({ path }) => path)).toEqual(['aprPercentExact'])
  expect(compare({ rounded1: 6.4 }, { rounded1: 6.5 }, { vsExact: 1 })).toHaveLength(1)
})

test('compares lists in order, and codes and actions as sets', () => {
  expect(compare({ order: ['a', 'b'] }, { order: ['b', 'a'] }, 0)).toHaveLength(2)
  expect(
    compare(
      { codes: ['A', 'B'], items: [{ actions: ['X', 'Y'] }] },
      { codes: ['B', 'A'], items: [{ actions: ['Y', 'X'] }] },
      0,
    ),
  ).toEqual([])
  expect(compare({ codes: ['A', 'B'] }, { codes: ['A', 'C'] }, 0)).toHaveLength(1)
  expect(compare({ items: [{ a: 1 }] }, { items: [] }, 0)).toHaveLength(1)
})

test('misses an expected field that was not returned, and welcomes others', () => {
  expect(compare({ a: 1 }, { b: 1 }, 0)).toEqual([{ path: 'a', expected: '1', actual: 'not returned' }])
  expect(compare({ a: 1 }, { a: 1, b: 2 }, 0)).toEqual([])
  expect(compare({ a: null }, {}, 0)).toHaveLength(1)
  expect(compare({ a: null }, { a: '2026-01-01' }, 0)).toHaveLength(1)
  expect(compare({ a: 1 }, { a: null }, { rate: 100 })).toHaveLength(1)
})
