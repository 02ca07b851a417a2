/**
 * What a PDF of ours says, read back from its content streams: enough to know that nothing was lost or added.
 *
 * @module
 */
import { inflateSync } from 'node:zlib'

/** WinAnsi where it differs from Latin-1. */
const WIN_ANSI: Readonly<Record<number, string>> = { 128: '€', 132: '„', 147: '“', 148: '”', 146: '’', 150: '–' }

/** All drawn pieces of text in drawing order, and how many pages there are. */
export function readPdf(bytes: Uint8Array): { readonly lines: readonly string[]; readonly pages: number } {
  const raw = Buffer.from(bytes).toString('latin1')
  const lines: string[] = []
  for (const match of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    const content = inflate(Buffer.from(match[1] ?? '', 'latin1'))
    for (const piece of content.matchAll(/<([0-9A-Fa-f]+)>\s*Tj/g)) lines.push(decode(piece[1] ?? ''))
  }
  return { lines, pages: [...raw.matchAll(/\/Type\s*\/Page\b/g)].length }
}

function inflate(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return stream.toString('latin1') // a stream that is not compressed
  }
}

function decode(hex: string): string {
  return [...Buffer.from(hex, 'hex')].map((byte) => WIN_ANSI[byte] ?? String.fromCharCode(byte)).join('')
}
