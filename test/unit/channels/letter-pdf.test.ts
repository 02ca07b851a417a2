import { PDFDocument } from 'pdf-lib'
import { expect, it } from 'vitest'
import { letterPdf } from '../../../src/channels/letter-pdf.ts'
import { letterText } from '../../../tools/letters/letter-text.ts'
import { readPdf } from '../../support/pdf-text.ts'

const AT = new Date('2026-11-22T10:00:00.000Z')
const ON = { locale: 'de', title: 'Widerspruch', at: AT } as const
const LETTER = letterText({
  sender: ['Jörg Süß', 'Äußere Straße 1', '20095 Hamburg'],
  recipient: ['Modehaus Elbe', 'Überseering 2'],
  day: '22. November 2026',
  subject: 'Widerspruch gegen Gebühren, Ihr Zeichen ME-20931',
  body: [
    { kind: 'paragraph', text: 'folgende Positionen bestreite ich:' },
    {
      kind: 'table',
      heads: ['Position', 'verlangt', 'bestritten', 'Grund'],
      rows: [['Mahngebühr vom 8. November 2026', '5,00 €', '5,00 €', 'Weit über den Kosten (§§ 280, 286 BGB)']],
    },
    { kind: 'paragraph', text: 'Mit freundlichen Grüßen\nJörg Süß' },
  ],
})

it('says what was approved, with umlauts, § and €, and nothing else', async () => {
  const { lines, pages } = readPdf(await letterPdf(LETTER, ON))
  expect(pages).toBe(1)
  const words = (text: string) => text.split(/[\s|]+/).filter((word) => word !== '')
  expect(words(lines.join(' ')).toSorted()).toEqual(words(LETTER).toSorted())
  expect(lines).toContain('Äußere Straße 1')
  expect(lines.join(' ')).toContain('§§ 280, 286')
})

it('is A4, names its language, and is the same for the same text and moment', async () => {
  const bytes = await letterPdf(LETTER, ON)
  const read = await PDFDocument.load(bytes, { updateMetadata: false })
  const { width, height } = read.getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  expect(read.getTitle()).toBe('Widerspruch')
  expect(read.getCreationDate()).toEqual(AT)
  expect(await letterPdf(LETTER, ON)).toEqual(bytes)
})

it('goes on over pages, and numbers them', async () => {
  const long = `${LETTER}\n\n${'Ein Satz, der sich wiederholt. '.repeat(400)}`
  const { lines, pages } = readPdf(await letterPdf(long, ON))
  expect(pages).toBeGreaterThan(1)
  expect(lines).toContain(`Seite 1 von ${pages}`)
})

it('writes names of other scripts as well as its font can', async () => {
  const { lines } = readPdf(await letterPdf('Łukasz Şahin\u202f7', ON))
  expect(lines).toEqual(['Lukasz Sahin 7'])
})
