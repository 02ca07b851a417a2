/**
 * A table of the demo fits the terminal without cutting a word.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { fitWidths } from '../../../src/cli/demo/fit-widths.ts'

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, widths.length + 1)

describe('columns of a table', () => {
  it('are as wide as their longest line where there is room', () => {
    expect(
      fitWidths(
        [
          ['a', 'bb bb'],
          ['aaa', 'b'],
        ],
        40,
      ),
    ).toEqual([5, 7])
  })

  it('share what is missing, the widest first', () => {
    const widths = fitWidths([['word '.repeat(20).trim(), 'word '.repeat(12).trim(), 'id']], 60)
    expect(sum(widths)).toBe(60)
    expect(widths[2]).toBe(4)
    expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThanOrEqual(1)
  })

  it('never cut a word, also where the table then stands out', () => {
    const id = 'commitment_6b94dc9f6de14e19b04f'
    expect(fitWidths([[`of ${id}`, `and ${id}`]], 40)).toEqual([id.length + 2, id.length + 2])
  })
})
