/**
 * The market's own book: every answer, held offer and commitment, one JSON line each, only ever appended.
 *
 * It is the other side's memory. What a line says was written and synced before anybody was told, so a killed
 * market knows after its restart what it promised; evals compare it with what Parley believes.
 *
 * @module
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DealTerms } from '../../tools/offers/terms.ts'
import type { Party } from './parties.ts'
import type { Line } from './pricing/desk.ts'
import type { Answer } from './wire.ts'

export type BookLine =
  | { readonly type: 'enrolled'; readonly party: Party }
  /** A market that was cast anew: just these are shown; whoever was played before is still reachable. */
  | { readonly type: 'cast'; readonly parties: readonly Party[] }
  | {
      readonly type: 'answered'
      readonly partyId: string
      readonly negotiationId: string
      readonly subject: string
      readonly round: number
      readonly heard: {
        readonly move: string
        readonly terms?: DealTerms
        readonly text?: string
        readonly facts?: unknown
      }
      readonly answer: Answer
      /** The private limit as terms, so that evals can say how much of the room was won. */
      readonly limit: { readonly line: Line; readonly terms: DealTerms } | null
      readonly at: string
    }
  | { readonly type: 'released'; readonly partyId: string; readonly offerId: string; readonly at: string }
  | {
      readonly type: 'committed'
      readonly partyId: string
      readonly key: string
      readonly offerId: string
      readonly terms: DealTerms
      readonly termsHash: string
      readonly receipt: unknown
      readonly reference: string
      readonly at: string
    }
  | {
      readonly type: 'noticed'
      readonly partyId: string
      readonly key: string
      readonly kind: string
      /** The contract or claim it is about; books from before it was kept have none. */
      readonly subject?: { readonly type: string; readonly id: string; readonly reference?: string | null | undefined }
      readonly terms: unknown
      readonly termsHash: string
      readonly reference: string
      readonly at: string
    }

export interface Book {
  readonly lines: readonly BookLine[]
  append(line: BookLine): void
  close(): void
}

/** Opens the book, with what an earlier market wrote; `null` keeps it in memory. */
export function openBook(path: string | null): Book {
  const lines: BookLine[] = path === null ? [] : readLines(path)
  if (path === null) return { lines, append: (line) => void lines.push(line), close: () => undefined }
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a')
  return {
    lines,
    append(line) {
      writeSync(file, `${JSON.stringify(line)}\n`)
      fsyncSync(file)
      lines.push(line)
    },
    close: () => closeSync(file),
  }
}

/** The whole lines of the file; half a line at its end, left by a kill, was never acted on and is cut off. */
function readLines(path: string): BookLine[] {
  if (!existsSync(path)) return []
  const bytes = readFileSync(path)
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
  if (whole.length < bytes.length) truncateSync(path, whole.length)
  return whole
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text))
}
