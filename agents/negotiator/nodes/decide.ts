/**
 * Chooses our next move and stores it before anybody hears of it.
 *
 * @module
 */
import { bestStanding } from '../../../tools/negotiation/best-standing.ts'
import type { RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import type { StrategyMove } from '../../../tools/negotiation/strategy.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { type Case, exchangesOf, readCase, recordsOf, todayOf } from '../case.ts'
import type { NegotiatorPorts } from '../ports.ts'
import type { NegotiatorState } from '../state.ts'
import { wordMove } from '../word-move.ts'

export function decide(ports: NegotiatorPorts) {
  return async ({ negotiationId, round }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const found = await readCase(ports, negotiationId)
    const { customer, ...records } = await recordsOf(ports, found.mandate)
    const today = todayOf(records, found.negotiation, found.mandate)
    const move = ports.strategy.decide({
      need: found.mandate.need,
      kind: found.negotiation.kind,
      limits: found.mandate.limits,
      current: today,
      bestStanding: await standingElsewhere(ports, found),
      history: exchangesOf(found.moves),
      turnsLeft: ports.turnBudget - round,
      now: ports.clock.now().toISOString(),
    })
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
    const language = customer.locale.startsWith('de') ? 'de' : 'en'
    await ports.negotiations.addMove(stored(negotiationId, round, move, language, at))
    await ports.negotiations.addEvent(
      found.negotiation.taskId,
      'our-move',
      { negotiationId, round, move: move.move, rule: move.because.rule },
      at,
    )
    return { step: 'send' }
  }
}

async function standingElsewhere({ negotiations, clock }: NegotiatorPorts, { negotiation, mandate }: Case) {
  const others = (await negotiations.negotiationsOf(negotiation.taskId)).filter(({ id }) => id !== negotiation.id)
  const talks = await Promise.all(
    others.map(async (other) => ({ negotiation: other, moves: await negotiations.moves(other.id) })),
  )
  return bestStanding({ need: mandate.need, limits: mandate.limits, others: talks, now: clock.now() })
}

function stored(
  negotiationId: string,
  round: number,
  move: StrategyMove,
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
    because: move.because,
    at: at.toISOString(),
  }
}
