import { describe, expect, it } from 'vitest'
import { remember } from '../../../tools/shared/remember.ts'

describe('remembering results', () => {
  it('makes each result once, and again when the oldest had to go', () => {
    const made: number[] = []
    const squared = remember(2, String, (n: number) => {
      made.push(n)
      return n * n
    })
    expect([squared(3), squared(3), squared(4), squared(3)]).toEqual([9, 9, 16, 9])
    expect(made).toEqual([3, 4])
    expect([squared(5), squared(3)]).toEqual([25, 9])
    expect(made).toEqual([3, 4, 5, 3])
  })

  it('keeps a result that is nothing', () => {
    let made = 0
    const nothing = remember(2, String, (_: number) => {
      made += 1
      return null
    })
    expect([nothing(1), nothing(1)]).toEqual([null, null])
    expect(made).toBe(1)
  })
})
