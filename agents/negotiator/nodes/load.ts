/**
 * Finds out where a negotiation stands: ended, waiting for an answer, or ours to move.
 *
 * @module
 */
import { notInForce } from '../../../tools/mandates/mandate.ts'
import { readCase } from '../case.ts'
import type { NegotiatorPorts } from '../ports.ts'
import type { NegotiatorState } from '../state.ts'

export function load(ports: NegotiatorPorts) {
  return async ({ negotiationId }: NegotiatorState): Promise<Partial<NegotiatorState>> => {
    const { negotiation, mandate, moves } = await readCase(ports, negotiationId)
    if (negotiation.status !== 'open') return { step: 'ended', answer: null }
    const now = ports.clock.now()
    const obstacle = notInForce(mandate, now)
    if (obstacle !== null) {
      await ports.negotiations.end(negotiationId, { status: 'withdrawn', ending: `mandate ${obstacle}`, at: now })
      return { step: 'ended', answer: null }
    }
    const last = moves.filter(({ side }) => side === 'ours').at(-1)
    const answered = moves.some(({ side, round }) => side === 'theirs' && round === last?.round)
    // A move without an answer was stored by an earlier run, which may have sent it.
    if (last !== undefined && !answered) return { step: 'send', round: last.round, sent: 'perhaps', answer: null }
    return { step: 'decide', round: last === undefined ? 0 : last.round + 1, sent: 'never', answer: null }
  }
}
