/**
 * Chooses our next move and stores it before anybody hears of it.
 *
 * @module
 */
import { bestStanding } from '../../../tools/negotiation/best-standing.ts'
import { turnOf } from '../../../tools/negotiation/coordinate.ts'
import type { RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import type { DecisionBasis, StrategyMove } from '../../../tools/negotiation/strategy.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { readCase, recordsOf, situationOf } from '../case.ts'
import type { NegotiatorPorts } from '../ports.ts'
import { readNeed } from '../read-need.ts'
import type { NegotiatorState } from '../state.ts'
import { wordMove } from '../word-move.ts'

export function decide(ports: NegotiatorPorts) {
  return async ({ negotiationId, round }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const found = await readCase(ports, negotiationId)
    const { customer } = await recordsOf(ports, found.mandate)
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
    const language = customer.locale.startsWith('de') ? 'de' : 'en'
    await ports.negotiations.addMove(stored(negotiationId, round, move, basis, language, at))
    await ports.negotiations.addEvent(
      found.negotiation.taskId,
      'our-move',
      { negotiationId, round, move: move.move, rule: move.because.rule },
      at,
    )
    return { step: 'send' }
  }
}

function stored(
  negotiationId: string,
  round: number,
  move: StrategyMove,
  basis: DecisionBasis,
  language: 'de' | 'en',
  at: Date,
): RecordedMove {
  const terms = move.move === 'walk-away' ? null : move.terms
  return {
    negotiationId,
    round,
    side: 'ours',
    move: move.move,
    terms,
    text: wordMove(round === 0 ? 'opening' : move.move, terms, language),
    offerId: null,
    validUntil: null,
    because: { ...move.because, basis },
    at: at.toISOString(),
  }
}
