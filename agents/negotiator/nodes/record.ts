/**
 * Stores their answer and ends the negotiation where there is nothing more to say.
 *
 * @module
 */
import { type NegotiationStatus, recordTheirs } from '../../../tools/negotiation/negotiation-ledger.ts'
import { readAnswer } from '../../../tools/negotiation/read-answer.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'
import { readCase } from '../case.ts'
import type { NegotiatorPorts } from '../ports.ts'
import type { NegotiatorState } from '../state.ts'

export function record(ports: NegotiatorPorts) {
  return async ({ negotiationId, round, answer }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const { negotiation, mandate, moves } = await readCase(ports, negotiationId)
    const ours = moves.find((move) => move.side === 'ours' && move.round === round)
    if (ours === undefined || answer === null) throw new ParleyError('NOT_FOUND', 'There is no answer to record.')
    const at = ports.clock.now()
    const move = ours.move as 'offer' | 'accept' | 'walk-away'
    const meaning = readAnswer({ move, ...(ours.terms === null ? {} : { terms: ours.terms }) }, answer, at)
    const heard = meaning.kind === 'goes-on' ? meaning.answer : answer
    // The first answer of a round is the answer; a second one is not heard.
    const first = await ports.negotiations.addMove(recordTheirs(negotiationId, round, heard, at))
    if (first) {
      await ports.negotiations.addEvent(
        negotiation.taskId,
        'their-move',
        { negotiationId, round, move: heard.move, terms: heard.terms ?? null, validUntil: heard.validUntil ?? null },
        at,
      )
    }
    if (meaning.kind === 'agreed' && withinMandate(mandate, meaning.held.terms).kind === 'within') {
      await ports.negotiations.end(negotiationId, { status: 'agreed', held: meaning.held, at })
      return { step: 'ended', answer: null }
    }
    const ending = endingOf(move, round, ports.turnBudget, ours.because?.rule)
    if (ending === null) return { step: 'decide', answer: null }
    await ports.negotiations.end(negotiationId, { ...ending, at })
    return { step: 'ended', answer: null }
  }
}

function endingOf(
  move: string,
  round: number,
  turnBudget: number,
  rule: string | undefined,
): { readonly status: Exclude<NegotiationStatus, 'open'>; readonly ending: string } | null {
  if (move === 'walk-away') return { status: 'walked-away', ending: rule ?? 'walk-away' }
  return round + 1 >= turnBudget ? { status: 'impasse', ending: 'turns-over' } : null
}
