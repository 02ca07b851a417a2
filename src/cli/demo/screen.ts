/**
 * How the demo looks in a terminal.
 *
 * @module
 */
import { createInterface } from 'node:readline/promises'
import Table from 'cli-table3'
import color from 'picocolors'
import { fitWidths } from './fit-widths.ts'

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
    style: {
      head: color.isColorSupported ? ['bold'] : [],
      border: color.isColorSupported ? ['gray'] : [],
      compact: true,
    },
    colWidths: fitWidths([columns.map((name) => name.replace(/>$/, '')), ...rows], WIDTH),
    wordWrap: true,
  })
  out.push(...rows.map((row) => [...row]))
  process.stdout.write(`${out.toString()}\n`)
}

/** Whether the answer on the terminal is yes; with `assumeYes` it is. Silence is never a yes: it is asked again. */
export async function agrees(question: string, assumeYes: boolean): Promise<boolean> {
  if (assumeYes) {
    process.stdout.write(`${color.magenta(question)} ${color.bold('yes')} ${color.dim('(--yes)')}\n`)
    return true
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (;;) {
      const answer = (await terminal.question(`${color.magenta(question)} ${color.dim('yes or no?')} `)).trim()
      if (/^(y|yes|j|ja|approve)$/i.test(answer)) return true
      if (/^(n|no|nein|reject)$/i.test(answer)) return false
    }
  } finally {
    terminal.close()
  }
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
