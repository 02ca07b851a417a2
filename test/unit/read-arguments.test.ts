import { describe, expect, it } from 'vitest'
import { WrongUsage, wholeNumber } from '../../src/read-arguments.ts'

describe('a whole number of an option', () => {
  it('is taken from its least value on', () => {
    expect(wholeNumber('k', '1')).toBe(1)
    expect(wholeNumber('seed', '0', 0)).toBe(0)
  })

  it.each(['0', '-1', '1.5', '', ' ', 'x', '1e400', 'NaN'])('is not %j', (text) => {
    expect(() => wholeNumber('k', text)).toThrow(WrongUsage)
  })
})
