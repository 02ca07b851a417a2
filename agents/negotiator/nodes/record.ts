/**
 * Stores their answer and ends the negotiation where there is nothing more to say.
 *
 * @module
 */
import { recordTheirs } from '../../../tools/negotiation/negotiation-ledger.ts'
import { readAnswer } from '../../../tools/negotiation/read-answer.ts'
import { readText } from '../../../tools/negotiation/read-text.ts'
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
    // Words that add to the terms or contradict them: nothing is held with them, and our next message asks.
    const { doubts } = readText(answer.text, answer.terms)
    const agreed = meaning.kind === 'agreed' && doubts.length === 0 ? meaning.held : null
    const heard =
      meaning.kind === 'goes-on' ? meaning.answer : agreed === null ? { ...answer, move: 'offer' as const } : answer
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
    if (first && doubts.length > 0) {
      await ports.negotiations.addEvent(negotiation.taskId, 'unclear-words', { negotiationId, round, doubts }, at)
    }
    if (agreed !== null && withinMandate(mandate, agreed.terms).kind === 'within') {
      await ports.negotiations.end(negotiationId, { status: 'agreed', held: agreed, at })
      return { step: 'ended', answer: null }
    }
    if (move !== 'walk-away') return { step: 'decide', answer: null }
    await ports.negotiations.end(negotiationId, { status: 'walked-away', ending: ours.because?.rule ?? move, at })
    return { step: 'ended', answer: null }
  }
}
