/**
 * The offline embedder: repeatable, of length one, near for shared pieces.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashedNgrams, ngramVector } from '../../../tools/knowledge/hashed-ngrams.ts'

const cosine = (a: string, b: string) => {
  const [x, y] = [ngramVector(a), ngramVector(b)]
  return x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
}

describe('hashed n-grams', () => {
  it('give 512 numbers of length one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (text) => {
        const vector = ngramVector(text)
        expect(vector).toHaveLength(512)
        const length = Math.hypot(...vector)
        expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true)
      }),
    )
  })

  it('are the same every time', async () => {
    const [one, two] = await hashedNgrams.embed(['Mahngebühr', 'Mahngebühr'])
    expect(one).toEqual(two)
  })

  it('treat spelt-out umlauts as umlauts', () => {
    expect(cosine('Mahngebühr über fünf Euro', 'Mahngebuehr ueber fuenf Euro')).toBeCloseTo(1)
  })

  it.each([
    ['Mahngebühr', 'Mahngebühren', 'Haftpflicht'],
    ['Versicherung kündigen', 'Versichrung kündigung', 'Kredit aufnehmen'],
    ['early repayment of a loan', 'repaying loans early', 'car insurance deadline'],
  ])('put "%s" nearer to "%s" than to "%s"', (text, near, far) => {
    expect(cosine(text, near)).toBeGreaterThan(cosine(text, far) + 0.2)
  })

  it('ignore words that every question shares', () => {
    expect(cosine('Was ist denn eigentlich die Mahngebühr?', 'Mahngebühr')).toBeCloseTo(1)
  })

  it('are nothing for a text without letters or digits', () => {
    expect(ngramVector('?!…').every((value) => value === 0)).toBe(true)
  })
})
