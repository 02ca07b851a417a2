/**
 * What customers write, in many wordings, becomes the right call with the right arguments.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { GERMAN_CORPUS } from './corpus-de.ts'
import { ENGLISH_CORPUS } from './corpus-en.ts'
import { playTurn } from './play-turn.ts'

describe.each([
  ['German', GERMAN_CORPUS],
  ['English', ENGLISH_CORPUS],
])('%s utterances', (_language, corpus) => {
  it('are many and all different', () => {
    expect(new Set(corpus.map(([text]) => text)).size).toBeGreaterThanOrEqual(120)
  })

  it.each(corpus)('understands: %s', async (text, tool, args) => {
    const { calls } = await playTurn(text)
    expect(calls.at(-1)?.name ?? 'no call').toBe(tool)
    if (args !== null) expect(calls.at(-1)?.args).toEqual(args)
  })
})
