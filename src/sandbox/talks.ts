/**
 * A party's side of negotiations: an answer per round, the same answer when a round is sent again.
 *
 * @module
 */
import type { DealTerms } from '../../tools/offers/terms.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { draw, nameOf } from './chance.ts'
import { haggle, sameTerms } from './haggle.ts'
import type { Memory } from './memory.ts'
import type { Party } from './parties.ts'
import { bargain } from './pricing/desks.ts'
import { speech } from './speech.ts'
import { minutesValid, tricked } from './tricks.ts'
import type { Answer, Move, Opening } from './wire.ts'

const MINUTE = 60_000
const DAY = 86_400_000

export interface Talks {
  open(party: Party, opening: Opening): Answer
  /** Null when the party does not know the negotiation. */
  move(party: Party, negotiationId: string, move: Move): Answer | null
  state(party: Party, negotiationId: string): { negotiationId: string; round: number; lastMove: Answer | null } | null
}

export function createTalks(memory: Memory, seed: string, clock: Clock): Talks {
  const answer = (
    party: Party,
    negotiationId: string,
    subject: string,
    heard: { round: number; move: 'offer' | 'accept' | 'walk-away'; terms?: DealTerms; text?: string; facts?: unknown },
  ): Answer => {
    const said = memory.said(party.id, negotiationId)
    const before = said.find((earlier) => earlier.round === heard.round)
    if (before !== undefined) return before.answer
    const wanted = heard.terms ?? said.at(-1)?.theirs ?? null
    // The private line hangs on whom and what it is about, not on the negotiation: a second try meets the same limit.
    const chance = (what: string) => draw(seed, party.id, wanted?.kind ?? '', subject, what)
    const deals = wanted !== null && party.kinds.includes(wanted.kind)
    const deal = deals ? bargain(wanted, chance, party.quotes, party) : null
    const reply = haggle(party.manner, deal, said, { ...heard, terms: heard.terms }, (terms) =>
      said.some((s) => s.answer.terms !== undefined && sameTerms(s.answer.terms, terms) && isHeld(s.answer)),
    )
    const full = withOffer(party, negotiationId, heard.round, tricked(reply, party.tricks ?? [], heard.round, deal))
    const { round, ...rest } = heard
    memory.add({
      type: 'answered',
      partyId: party.id,
      negotiationId,
      subject,
      round,
      heard: rest,
      answer: full,
      limit: deal === null ? null : { line: deal.line, terms: deal.ask(deal.line.limit) },
      at: clock.now().toISOString(),
    })
    return full
  }

  const isHeld = ({ offerId, validUntil }: Answer): boolean =>
    offerId !== undefined &&
    validUntil !== undefined &&
    !memory.released.has(offerId) &&
    new Date(validUntil).getTime() > clock.now().getTime()

  /** An offer is held from the moment it is made; the same terms in the same talk are the same offer. */
  const withOffer = (
    party: Party,
    negotiationId: string,
    round: number,
    reply: Pick<Answer, 'move' | 'terms'>,
  ): Answer => {
    const text = speech(seed, party, negotiationId, round)
    const { move, terms } = reply
    if (terms === undefined) return { move, text }
    const earlier = memory
      .said(party.id, negotiationId)
      .find(({ answer: a }) => a.terms !== undefined && sameTerms(a.terms, terms) && isHeld(a))?.answer
    if (earlier?.offerId !== undefined && earlier.validUntil !== undefined) {
      return { move, terms, offerId: earlier.offerId, validUntil: earlier.validUntil, text }
    }
    const days = 7 + Math.floor(14 * draw(seed, party.id, 'validity'))
    const minutes = minutesValid(party.tricks ?? [])
    const validity = minutes === null ? days * DAY : minutes * MINUTE
    const validUntil = new Date(clock.now().getTime() + validity).toISOString()
    return { move, terms, offerId: nameOf('of_', seed, party.id, negotiationId, String(round)), validUntil, text }
  }

  return {
    open(party, { negotiationId, subject, opening, facts, text }) {
      const about = subject === null ? 'none' : `${subject.type}/${subject.id}`
      const said = text === undefined ? {} : { text }
      return answer(party, negotiationId, about, { round: 0, move: 'offer', terms: opening, facts, ...said })
    },
    move(party, negotiationId, { round, move, terms, text }) {
      const opening = memory.said(party.id, negotiationId)[0]
      if (opening === undefined) return null
      return answer(party, negotiationId, opening.subject, {
        round,
        move,
        ...(terms === undefined ? {} : { terms }),
        ...(text === undefined ? {} : { text }),
      })
    },
    state(party, negotiationId) {
      const last = memory.said(party.id, negotiationId).at(-1)
      return last === undefined ? null : { negotiationId, round: last.round, lastMove: last.answer }
    },
  }
}
