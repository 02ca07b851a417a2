/**
 * How a party answers: pure, from its manner, its private line and what was said before.
 *
 * @module
 */
import type { DealTerms } from '../../tools/offers/terms.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import type { Manner } from './parties.ts'
import type { Bargain } from './pricing/desks.ts'
import type { Answer } from './wire.ts'

/** One earlier round, as the party remembers it. */
export interface Said {
  readonly round: number
  readonly theirs: DealTerms | null
  readonly answer: Answer
}

export interface Heard {
  readonly round: number
  readonly move: 'offer' | 'accept' | 'walk-away'
  readonly terms: DealTerms | undefined
}

/** A party that was asked this often says its last word, and soon after no more. */
const LAST_WORD = { stubborn: 3, others: 8 }
const ENOUGH = 12

/** The answer without offer id, validity and text; those are the market's to add. */
export function haggle(
  manner: Manner,
  bargain: Bargain | null,
  said: readonly Said[],
  heard: Heard,
  stillHeld: (terms: DealTerms) => boolean,
): Pick<Answer, 'move' | 'terms'> {
  if (heard.move === 'walk-away' || heard.terms === undefined || bargain === null) return { move: 'reject' }
  const last = said.at(-1)
  if (last?.answer.move === 'reject') return { move: 'reject' }
  if (heard.move === 'accept' && stillHeld(heard.terms)) return { move: 'accept', terms: heard.terms }
  if (heard.round >= ENOUGH) return { move: 'reject' }
  const repeated = manner === 'repeating' && heard.round % 2 === 1 ? last : undefined
  if (repeated?.answer.terms !== undefined) return { move: 'offer', terms: repeated.answer.terms }

  const price = Math.max(bargain.line.limit, priceAt(manner, heard.round, bargain))
  // What was offered once is not raised again: the price only falls.
  if (heard.move === 'offer' && bargain.worth(heard.terms) >= price) return { move: 'accept', terms: heard.terms }
  // After an agreement in principle a better wish may still be asked for; what was agreed stays on the table.
  if (last?.answer.move === 'accept' && last.answer.terms !== undefined)
    return { move: 'final', terms: last.answer.terms }
  const final = heard.round >= (manner === 'stubborn' ? LAST_WORD.stubborn : LAST_WORD.others)
  return { move: final ? 'final' : 'offer', terms: bargain.ask(price) }
}

/** Whether terms are exactly those of an earlier answer of this party. */
export function sameTerms(a: DealTerms, b: DealTerms): boolean {
  return termsHash(a) === termsHash(b)
}

/** The share of the way from its first ask to its limit that a party has come by a round (the opening is 0). */
const COME: Record<Manner, (t: number) => number> = {
  patient: (t) => t ** 3,
  conceding: (t) => 0.25 + 0.75 * (1 - (1 - t) ** 2),
  stubborn: (t) => 0.35 * t,
  bluffing: (t) => t,
  slow: (t) => t,
  garbled: (t) => t,
  hostile: (t) => t ** 2,
  repeating: (t) => t,
}

function priceAt(manner: Manner, round: number, { line }: Bargain): number {
  const t = Math.min(1, round / 5)
  return line.open + (line.limit - line.open) * COME[manner](t)
}
