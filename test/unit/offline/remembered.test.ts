/** Readings that are kept a while: each text is read once, and not for ever. */
import { expect, it } from 'vitest'
import { remembered } from '../../../agents/offline/understand/remembered.ts'

function counting(kept: number) {
  const reads: string[] = []
  const read = remembered((text) => {
    reads.push(text)
    return text.length
  }, kept)
  return { read, reads }
}

it('reads a text once and gives the same again', () => {
  const { read, reads } = counting(2)
  expect([read('eins'), read('eins'), read('zwei')]).toEqual([4, 4, 4])
  expect(reads).toEqual(['eins', 'zwei'])
})

it('keeps a reading that is nothing', () => {
  let reads = 0
  const read = remembered(() => {
    reads += 1
    return undefined
  }, 2)
  expect([read('a'), read('a')]).toEqual([undefined, undefined])
  expect(reads).toBe(1)
})

it('forgets what nobody has asked for the longest', () => {
  const { read, reads } = counting(2)
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) read(text)
  expect(reads).toEqual(['a', 'b', 'c', 'b'])
})
