/**
 * All talks of one need as they stand now, read fresh from the ledger.
 *
 * @module
 */
import type { NeedNow, TalkNow } from '../../tools/negotiation/coordinate.ts'
import type { Negotiation, RecordedMove } from '../../tools/negotiation/negotiation-ledger.ts'
import type { Customer } from '../../tools/offers/contract.ts'
import { type Case, exchangesOf, recordsOf, todayOf } from './case.ts'
import type { NegotiatorPorts } from './ports.ts'

export interface Need {
  readonly now: NeedNow
  readonly own: TalkNow
  /** Whose need it is. */
  readonly customer: Customer
  /** The other negotiations with all their moves. */
  readonly others: readonly { readonly negotiation: Negotiation; readonly moves: readonly RecordedMove[] }[]
}

export type NeedPorts = Pick<NegotiatorPorts, 'negotiations' | 'records' | 'clock' | 'turnBudget'>

export async function readNeed(ports: NeedPorts, { negotiation, mandate, moves }: Case): Promise<Need> {
  const { negotiations, clock, turnBudget } = ports
  const found = (await negotiations.negotiationsOf(negotiation.taskId)).filter(({ id }) => id !== negotiation.id)
  const all = found.length === 0 ? [] : await negotiations.movesOfTask(negotiation.taskId)
  const others = found.map((other) => ({
    negotiation: other,
    moves: all.filter(({ negotiationId }) => negotiationId === other.id),
  }))
  const own = talkNow(negotiation, moves)
  const records = await recordsOf(ports, mandate)
  return {
    own,
    customer: records.customer,
    others,
    now: {
      need: mandate.need,
      kind: negotiation.kind,
      limits: mandate.limits,
      current: todayOf(records, negotiation, mandate),
      now: clock.now().toISOString(),
      turnsEach: turnBudget,
      talks: [own, ...others.map((other) => talkNow(other.negotiation, other.moves))],
    },
  }
}

function talkNow({ id, status, held }: Negotiation, moves: readonly RecordedMove[]): TalkNow {
  return { id, status, heldTerms: held?.terms ?? null, history: exchangesOf(moves) }
}
