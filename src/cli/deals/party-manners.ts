/**
 * How the parties of the comparison answer: the market's manners, and a few that the market does not play.
 *
 * @module
 */
import type { DealTerms } from '../../../tools/offers/terms.ts'
import { type Heard, haggle, type Said } from '../../sandbox/haggle.ts'
import type { Bargain } from '../../sandbox/pricing/desks.ts'

const MARKET = ['patient', 'conceding', 'stubborn', 'bluffing', 'hostile', 'repeating'] as const
const OTHERS = [
  'tit-for-tat', // comes as far as we came in its own eyes
  'take-it-or-leave-it', // one honest offer and no other
  'hard', // waits to its fourth answer, then comes at once
] as const

export const PARTY_MANNERS = [...MARKET, ...OTHERS] as const

export type PartyManner = (typeof PARTY_MANNERS)[number]

type Reply = ReturnType<typeof haggle>

/** A party's answer; `said` are its earlier answers. */
export function answerOf(manner: PartyManner, bargain: Bargain | null, said: readonly Said[], heard: Heard): Reply {
  const market = MARKET.find((known) => known === manner)
  const stillHeld = (terms: DealTerms): boolean =>
    said.some(({ answer }) => answer.terms !== undefined && JSON.stringify(answer.terms) === JSON.stringify(terms))
  if (market !== undefined) return haggle(market, bargain, said, heard, stillHeld)
  if (bargain === null || heard.terms === undefined || heard.move === 'walk-away') return { move: 'reject' }
  if (heard.move === 'accept' && stillHeld(heard.terms)) return { move: 'accept', terms: heard.terms }
  const price = priceOf(manner, bargain, said, heard.terms)
  if (heard.move === 'offer' && bargain.worth(heard.terms) >= price) return { move: 'accept', terms: heard.terms }
  const last = manner === 'take-it-or-leave-it' && heard.round > 0
  return { move: last ? 'final' : 'offer', terms: bargain.ask(price) }
}

function priceOf(manner: PartyManner, { line, worth }: Bargain, said: readonly Said[], terms: DealTerms): number {
  const { open, limit } = line
  if (manner === 'take-it-or-leave-it') return open + 0.55 * (limit - open)
  if (manner === 'hard') return said.length < 4 ? open : open + 0.8 * (limit - open)
  const first = said[0]?.theirs
  const came = first === null || first === undefined ? 0 : worth(terms) - worth(first)
  const share = Number.isFinite(came) ? Math.max(0, Math.min(0.9, came / Math.max(1e-9, open - limit))) : 0
  return open + share * (limit - open)
}
