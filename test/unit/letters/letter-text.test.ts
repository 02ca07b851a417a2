import fc from 'fast-check'
import { expect, it } from 'vitest'
import { letterText, readLetter } from '../../../tools/letters/letter-text.ts'

const LETTER = {
  sender: ['Anna Beispiel', 'Musterweg 1', '20095 Hamburg'],
  recipient: ['Modehaus Elbe'],
  day: '22. November 2026',
  subject: 'Widerspruch gegen Gebühren',
  body: [
    { kind: 'paragraph', text: 'Guten Tag,' },
    { kind: 'table', heads: ['Position', 'verlangt'], rows: [['Mahngebühr', '5,00 €']] },
    { kind: 'paragraph', text: 'Mit freundlichen Grüßen\nAnna Beispiel' },
  ],
} as const

it('reads back what it wrote', () => {
  expect(readLetter(letterText(LETTER))).toEqual(LETTER)
})

it('keeps a table a table, whatever stands in its cells', () => {
  const cell = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = letterText({ ...LETTER, body: [{ kind: 'table', heads: ['a', 'b', 'c'], rows }] })
      const read = readLetter(text)
      expect(read.body).toHaveLength(1)
      expect(read.body[0]).toMatchObject({ kind: 'table', heads: ['a', 'b', 'c'] })
      expect(read.body[0]?.kind === 'table' && read.body[0].rows.length).toBe(rows.length)
    }),
  )
})

it('takes a letter of another form as it is', () => {
  expect(readLetter('An Hanse-Schutz\n\nIch kündige.')).toEqual({
    body: [
      { kind: 'paragraph', text: 'An Hanse-Schutz' },
      { kind: 'paragraph', text: 'Ich kündige.' },
    ],
  })
})
