/**
 * A letter as a PDF on A4: the approved text and nothing else, typeset.
 *
 * @module
 */
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { type LetterBlock, readLetter } from '../../tools/letters/letter-text.ts'

/** Points; 1 mm is 72 / 25.4 of them. */
const MM = 72 / 25.4
const A4 = { width: 210 * MM, height: 297 * MM }
const MARGIN = { left: 25 * MM, right: 20 * MM, top: 20 * MM, bottom: 22 * MM }
/** Where the window of an envelope shows the address (DIN 5008, form B). */
const ADDRESS_TOP = 50 * MM
const WIDTH = A4.width - MARGIN.left - MARGIN.right
const SIZE = 10.5
const LEADING = 14
const TABLE = { size: 9.5, leading: 12, gap: 8 }

interface Fonts {
  readonly plain: PDFFont
  readonly bold: PDFFont
}

/** Who the letter is from and when it was made, for the file's own description. */
export interface LetterOn {
  readonly locale: 'de' | 'en'
  readonly title: string
  readonly at: Date
}

/** The bytes of the PDF; the same text and moment give the same bytes. */
export async function letterPdf(text: string, { locale, title, at }: LetterOn): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title)
  pdf.setLanguage(locale)
  pdf.setCreator('Parley')
  pdf.setProducer('Parley')
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  }
  const sheet = openSheet(pdf, fonts)
  const letter = readLetter(text)
  if ('sender' in letter) {
    sheet.right(letter.sender)
    sheet.moveTo(ADDRESS_TOP)
    for (const line of letter.recipient) sheet.text(line)
    sheet.moveTo(ADDRESS_TOP + 45 * MM)
    sheet.right([letter.day])
    sheet.space(LEADING)
    sheet.text(letter.subject, fonts.bold)
    sheet.space(LEADING)
  }
  for (const block of letter.body) {
    sheet.block(block)
    sheet.space(LEADING * 0.8)
  }
  numberPages(pdf, fonts.plain, locale)
  return pdf.save({ useObjectStreams: false, addDefaultPage: false })
}

/** Lines from the top down; a new page where one is full. */
function openSheet(pdf: PDFDocument, fonts: Fonts) {
  let page: PDFPage = pdf.addPage([A4.width, A4.height])
  let down = MARGIN.top

  const need = (height: number) => {
    if (down + height <= A4.height - MARGIN.bottom) return
    page = pdf.addPage([A4.width, A4.height])
    down = MARGIN.top
  }
  const draw = (line: string, x: number, top: number, font: PDFFont, size: number) =>
    page.drawText(line, { x, y: A4.height - top - size, size, font })

  const text = (words: string, font = fonts.plain) => {
    for (const line of wrap(words, font, SIZE, WIDTH)) {
      need(LEADING)
      draw(line, MARGIN.left, down, font, SIZE)
      down += LEADING
    }
  }

  const table = ({ heads, rows }: Extract<LetterBlock, { kind: 'table' }>) => {
    const widths = columnWidths([heads, ...rows], fonts)
    for (const [index, row] of [heads, ...rows].entries()) {
      const font = index === 0 ? fonts.bold : fonts.plain
      const cells = row.map((cell, column) => wrap(cell, font, TABLE.size, (widths[column] ?? 0) - TABLE.gap))
      const height = Math.max(...cells.map((lines) => lines.length)) * TABLE.leading + 5
      need(height)
      let x = MARGIN.left
      for (const [column, lines] of cells.entries()) {
        for (const [n, line] of lines.entries()) draw(line, x, down + n * TABLE.leading, font, TABLE.size)
        x += widths[column] ?? 0
      }
      down += height
      const y = A4.height - down + 1
      page.drawLine({
        start: { x: MARGIN.left, y },
        end: { x: MARGIN.left + WIDTH, y },
        thickness: index === 0 ? 0.8 : 0.3,
      })
      down += 3
    }
  }

  return {
    text,
    block: (block: LetterBlock) => (block.kind === 'table' ? table(block) : text(block.text)),
    space(height: number) {
      down += height
    },
    /** Goes down to here, unless the page is further down already. */
    moveTo(top: number) {
      down = Math.max(down, top)
    },
    right(lines: readonly string[]) {
      for (const line of lines.flatMap((words) => wrap(words, fonts.plain, SIZE, WIDTH / 2))) {
        draw(line, A4.width - MARGIN.right - fonts.plain.widthOfTextAtSize(line, SIZE), down, fonts.plain, SIZE)
        down += LEADING
      }
    },
  }
}

/** Each column as wide as its longest cell, the widest giving way until the table fits. */
function columnWidths(rows: readonly (readonly string[])[], fonts: Fonts): readonly number[] {
  const wanted = (rows[0] ?? []).map(
    (_, column) =>
      Math.max(
        ...rows.map((row) => fonts.bold.widthOfTextAtSize(printable(row[column] ?? '', fonts.bold), TABLE.size)),
      ) + TABLE.gap,
  )
  const narrow = wanted.map((width) => Math.min(width, WIDTH / wanted.length))
  const spare = WIDTH - narrow.reduce((sum, width) => sum + width, 0)
  const missing = wanted.map((width, column) => width - (narrow[column] ?? 0))
  const lack = missing.reduce((sum, width) => sum + width, 0)
  return narrow.map(
    (width, column) => width + (lack === 0 ? 0 : ((missing[column] ?? 0) / lack) * Math.min(spare, lack)),
  )
}

/** Lines that fit; a word that is too long for a line is broken. */
function wrap(words: string, font: PDFFont, size: number, width: number): readonly string[] {
  const fits = (line: string) => font.widthOfTextAtSize(line, size) <= width
  return words.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ').flatMap((part) => chunks(printable(part, font), fits))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (fits(longer)) line = longer
      else {
        lines.push(line)
        line = word
      }
    }
    return [...lines, line]
  })
}

function chunks(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const sign of word) {
    if (part !== '' && !fits(part + sign)) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part]
}

const LATIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', '−': '-', '‑': '-' }

/** The text in signs the built-in font has: accents it lacks fall away, other scripts become "?". */
function printable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet())
  const has = (sign: string) => known.has(sign.codePointAt(0) ?? 0)
  return [...text.normalize('NFC').replaceAll(/[\u00a0\u202f\u2009]/g, ' ')]
    .map((sign) => {
      if (has(sign)) return sign
      const plain = LATIN[sign] ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '')
      return [...plain].every(has) ? plain : '?'
    })
    .join('')
}

function numberPages(pdf: PDFDocument, font: PDFFont, locale: 'de' | 'en'): void {
  const pages = pdf.getPages()
  if (pages.length < 2) return
  for (const [index, page] of pages.entries()) {
    const text = locale === 'de' ? `Seite ${index + 1} von ${pages.length}` : `Page ${index + 1} of ${pages.length}`
    page.drawText(text, { x: A4.width - MARGIN.right - font.widthOfTextAtSize(text, 8), y: 12 * MM, size: 8, font })
  }
}
