import fc from 'fast-check'
import { expect, it } from 'vitest'
import { depthOf } from '../../../src/http/middleware/read-json.ts'

it('measures the deepest nesting', () => {
  expect(depthOf('1')).toBe(0)
  expect(depthOf('{"a": [1, {"b": []}]}')).toBe(4)
})

it('does not count brackets inside strings', () => {
  expect(depthOf('{"a": "[[[\\"{{{"}')).toBe(1)
})

it('agrees with the parsed value', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
  fc.assert(fc.property(fc.jsonValue(), (value) => depthOf(JSON.stringify(value)) === depth(value)))
})
