/**
 * How the demo looks in a terminal.
 *
 * @module
 */
import { createInterface } from 'node:readline/promises'
import Table from 'cli-table3'
import color from 'picocolors'

const WIDTH = Math.min(process.stdout.columns ?? 100, 110)

/** Writes a chapter's heading. */
export function heading(text: string): void {
  process.stdout.write(
    `\n${color.bold(color.cyan(`━━ ${text} ${'━'.repeat(Math.max(0, WIDTH - text.length - 4))}`))}\n`,
  )
}

/** Writes what somebody says, wrapped, with who it is. */
export function says(who: string, text: string): void {
  const tint = who === 'Parley' ? color.green : color.yellow
  process.stdout.write(`\n${tint(color.bold(who))}\n${wrap(text)}\n`)
}

/** Writes a dim line about what goes on. */
export function note(text: string): void {
  process.stdout.write(`${color.dim(`  ${text}`)}\n`)
}

/** Writes a table; numbers stand at the right when the column's name ends with `>`. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const out = new Table({
    head: columns.map((name) => name.replace(/>$/, '')),
    colAligns: columns.map((name) => (name.endsWith('>') ? 'right' : 'left')),
    style: { head: ['bold'], border: ['gray'], compact: true },
    colWidths: widths([columns.map((name) => name.replace(/>$/, '')), ...rows]),
    wordWrap: true,
  })
  out.push(...rows.map((row) => [...row]))
  process.stdout.write(`${out.toString()}\n`)
}

/** Natural widths, with the widest column narrowed until the table fits the screen. */
function widths(rows: readonly (readonly string[])[]): number[] {
  const columns = rows[0]?.length ?? 0
  const natural = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? '').split('\n').map((line) => line.length + 2))),
  )
  const over = natural.reduce((sum, width) => sum + width, columns + 1) - WIDTH
  if (over <= 0) return natural
  const widest = natural.indexOf(Math.max(...natural))
  return natural.map((width, column) => (column === widest ? Math.max(20, width - over) : width))
}

/** Asks a question on the terminal; without one, or with `assumeYes`, the answer is the default. */
export async function ask(question: string, assumeYes: boolean): Promise<string> {
  if (assumeYes || !process.stdin.isTTY) {
    process.stdout.write(`${color.magenta(question)} ${color.bold('yes')} ${color.dim('(--yes)')}\n`)
    return 'yes'
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${color.magenta(question)} `)
  terminal.close()
  return answer.trim().toLowerCase() || 'yes'
}

function wrap(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.split(' ')
      const lines = ['']
      for (const word of words) {
        const last = lines.at(-1) ?? ''
        if (last.length + word.length + 1 > WIDTH - 2) lines.push(word)
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      }
      return lines.map((part) => `  ${part}`).join('\n')
    })
    .join('\n')
}
