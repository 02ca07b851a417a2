/**
 * The library's articles: complete in both languages, cited, and saying the same figures.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { ARTICLES } from '../../../tools/knowledge/articles/all.ts'
import { piecesOf } from '../../../tools/knowledge/pieces.ts'
import { passagesAnswer } from '../../../tools/knowledge/tools.ts'
import { findFigures } from '../../../tools/shared/words/find-figures.ts'

describe('the articles', () => {
  it('are at least fifteen, each with an id of its own', () => {
    expect(ARTICLES.length).toBeGreaterThanOrEqual(15)
    expect(new Set(ARTICLES.map(({ id }) => id)).size).toBe(ARTICLES.length)
  })

  it.each(ARTICLES)('$id says the same in both languages, with a source for every passage', ({ de, en }) => {
    expect(de.passages.length).toBe(en.passages.length)
    for (const text of [de, en]) {
      expect(text.asked.length).toBeGreaterThanOrEqual(3)
      for (const { text: words, citation } of text.passages) {
        expect(citation.length).toBeGreaterThan(3)
        expect(words.length).toBeGreaterThan(60)
        expect(words.length).toBeLessThan(600)
      }
    }
  })

  it.each(ARTICLES)('$id states the same digits in German and English', ({ de, en }) => {
    const digits = (texts: readonly { text: string }[]) =>
      texts
        .flatMap(({ text }) => text.match(/\d[\d.,]*\d|\d/g) ?? [])
        .map((digit) => digit.replace(/[.,]/g, ''))
        .toSorted()
    expect(digits(de.passages)).toEqual(digits(en.passages))
  })

  it('carry the current constants, not the stale ones that are still repeated', () => {
    const text = JSON.stringify(ARTICLES)
    for (const right of ['1,52 Prozent', '6,52 Prozent', '1.587,40 Euro', '51,50 Euro', '31,50 Euro'])
      expect(text).toContain(right)
    for (const stale of ['1,27', '6,27', '1.555', '1,62']) expect(text).not.toContain(stale)
  })

  it('let the default rate end with the half-year it is known for', () => {
    expect(ARTICLES.find(({ id }) => id === 'default-interest')?.validTo).toBe('2026-12-31')
  })

  it('name every figure of a quoted passage as a fact', () => {
    for (const piece of piecesOf(ARTICLES).filter(({ kind }) => kind === 'passage')) {
      const answer = passagesAnswer([piece])
      if (answer.kind !== 'knowledge') throw new Error('no passages')
      const bare = (answer.passages[0]?.text ?? '').replaceAll(/\[\[[^\]]+\]\]/g, '◆')
      expect(findFigures(bare, piece.locale), bare).toEqual([])
      expect(bare).not.toMatch(/\d/)
    }
  })

  it('promise nobody success', () => {
    expect(JSON.stringify(ARTICLES)).not.toMatch(/Sie gewinnen|you will win|garantiert|guaranteed/i)
  })
})

describe('pieces', () => {
  it('have stable ids and keep questions apart from passages', () => {
    const pieces = piecesOf(ARTICLES)
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length)
    expect(pieces.filter(({ kind }) => kind === 'question').every(({ citation }) => citation === '')).toBe(true)
  })
})
