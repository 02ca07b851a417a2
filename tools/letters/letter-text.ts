/**
 * A letter as plain text: the one wording that is approved, hashed, shown and printed.
 *
 * Blocks are parted by an empty line. The first four are sender, recipient, day and subject; a block whose lines all
 * hold " | " is a table with its heads in the first line.
 *
 * @module
 */

/** A letter in its parts; every line is already in the letter's language. */
export interface LetterParts {
  /** Name and address, line by line. */
  readonly sender: readonly string[]
  readonly recipient: readonly string[]
  readonly day: string
  readonly subject: string
  readonly body: readonly LetterBlock[]
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

const CELL = ' | '

/** The letter as text. A cell keeps no "|" and no line of its own: the text has to be read back as the same table. */
export function letterText({ sender, recipient, day, subject, body }: LetterParts): string {
  const blocks = [lines(sender), lines(recipient), oneLine(day), oneLine(subject), ...body.map(blockText)]
  return blocks.join('\n\n')
}

/** The parts of a letter; one that was not written in this form has everything in its body. */
export function readLetter(text: string): LetterParts | { readonly body: readonly LetterBlock[] } {
  const blocks = text
    .trim()
    .split(/\n[ \t]*\n+/)
    .map((block) => block.trim())
  const [sender, recipient, day, subject, ...rest] = blocks
  const hasHead =
    sender !== undefined &&
    recipient !== undefined &&
    day !== undefined &&
    subject !== undefined &&
    rest.length > 0 &&
    /\d/.test(day) &&
    day.length <= 40 &&
    !day.includes('\n') &&
    !subject.includes('\n')
  if (!hasHead) return { body: blocks.map(readBlock) }
  return { sender: sender.split('\n'), recipient: recipient.split('\n'), day, subject, body: rest.map(readBlock) }
}

function readBlock(block: string): LetterBlock {
  const cells = block.split('\n').map((line) => line.split(CELL).map((cell) => cell.trim()))
  const [heads, ...rows] = cells
  const isTable =
    heads !== undefined && heads.length > 1 && rows.length > 0 && rows.every((row) => row.length === heads.length)
  return isTable ? { kind: 'table', heads, rows } : { kind: 'paragraph', text: block }
}

function blockText(block: LetterBlock): string {
  if (block.kind === 'paragraph') return block.text.replaceAll(/\n{2,}/g, '\n').trim()
  return [block.heads, ...block.rows].map((row) => row.map(cellText).join(CELL)).join('\n')
}

function cellText(cell: string): string {
  const text = oneLine(cell).replaceAll('|', '/')
  return text === '' ? '–' : text
}

function lines(all: readonly string[]): string {
  return all
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ').trim()
}
