/**
 * Chooses our next move and stores it before anybody hears of it.
 *
 * @module
 */
import { bestStanding } from '../../../tools/negotiation/best-standing.ts'
import { moneyCost } from '../../../tools/negotiation/bid-cost.ts'
import { turnOf } from '../../../tools/negotiation/coordinate.ts'
import type { RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import { readText } from '../../../tools/negotiation/read-text.ts'
import type { DecisionBasis, StrategyMove } from '../../../tools/negotiation/strategy.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { type Case, readCase, situationOf } from '../case.ts'
import type { NegotiatorPorts } from '../ports.ts'
import { readNeed } from '../read-need.ts'
import type { NegotiatorState } from '../state.ts'
import type { MoveWords } from '../word-move.ts'

export function decide(ports: NegotiatorPorts) {
  return async ({ negotiationId, round }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const found = await readCase(ports, negotiationId)
    const need = await readNeed(ports, found)
    const turn = turnOf(need.own, need.now)
    if (turn.kind === 'rest') return { step: 'resting' }
    const basis: DecisionBasis = {
      current: need.now.current,
      bestStanding: bestStanding({ ...found.mandate, others: need.others, now: new Date(need.now.now) }),
      turnsLeft: turn.kind === 'bargain' ? turn.turnsLeft : 0,
      now: need.now.now,
    }
    const situation = situationOf(found, basis)
    const move = ports.strategy.decide(situation)
    const at = ports.clock.now()
    if (move.move !== 'walk-away' && withinMandate(found.mandate, move.terms).kind === 'outside') {
      // No strategy gets past the wall; one that tries has a defect, and its negotiation ends.
      await ports.negotiations.end(negotiationId, { status: 'failed', ending: 'outside-mandate', at })
      return { step: 'ended' }
    }
    if (round === 0 && move.move === 'walk-away') {
      await ports.negotiations.end(negotiationId, { status: 'walked-away', ending: move.because.rule, at })
      return { step: 'ended' } // nobody was contacted, so there is nobody to tell
    }
    if (turn.kind === 'close' && move.move === 'walk-away') {
      // Nothing is said: what they still hold runs out by itself, and nobody is told that somebody else was better.
      await ports.negotiations.end(negotiationId, { status: 'impasse', ending: move.because.rule, at })
      return { step: 'ended' }
    }
    const text = await ports.draft(wordsFor(found, move, basis, need.customer.locale.startsWith('de') ? 'de' : 'en'))
    await ports.negotiations.addMove(stored(negotiationId, round, move, basis, text, at))
    await ports.negotiations.addEvent(
      found.negotiation.taskId,
      'our-move',
      { negotiationId, round, move: move.move, rule: move.because.rule },
      at,
    )
    return { step: 'send' }
  }
}

/** What the message beside a move has to say; what the mandate lets nobody be told is not in it. */
function wordsFor(
  { mandate, moves }: Case,
  move: StrategyMove,
  { bestStanding: elsewhere }: DecisionBasis,
  language: 'de' | 'en',
): MoveWords {
  const last = moves.findLast(({ side }) => side === 'theirs')
  const unclear = readText(last?.text, last?.terms).doubts.map(({ text }) => text)
  const mention =
    move.move === 'offer' &&
    mandate.disclosures.includes('verified-offers') &&
    elsewhere !== null &&
    last?.terms != null &&
    moneyCost(elsewhere.terms).lt(moneyCost(last.terms))
  return {
    move: last === undefined && move.move === 'offer' ? 'opening' : move.move,
    terms: move.move === 'walk-away' ? null : move.terms,
    language,
    ...(last === undefined ? {} : { answered: last.move as NonNullable<MoveWords['answered']> }),
    ...(move.move === 'walk-away' ? {} : { unclear }),
    ...(mention ? { competing: elsewhere.terms } : {}),
  }
}

function stored(
  negotiationId: string,
  round: number,
  move: StrategyMove,
  basis: DecisionBasis,
  text: string,
  at: Date,
): RecordedMove {
  const terms = move.move === 'walk-away' ? null : move.terms
  return {
    negotiationId,
    round,
    side: 'ours',
    move: move.move,
    terms,
    text,
    offerId: null,
    validUntil: null,
    because: { ...move.because, basis },
    at: at.toISOString(),
  }
}
