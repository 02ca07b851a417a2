/**
 * Decides the recorded moves of a negotiation anew, from what each rested on, and says where the answer differs.
 *
 * @module
 */
import type { RecordedMove } from '../../tools/negotiation/negotiation-ledger.ts'
import type { NegotiationStrategy, StrategyMove } from '../../tools/negotiation/strategy.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { type Case, situationOf } from './case.ts'

export interface Replayed {
  readonly round: number
  readonly recorded: string
  readonly decided: string
  readonly same: boolean
}

/** Every move of ours that was recorded with its basis; a reviewer's own moves have none. */
export function replay({ negotiation, mandate, moves }: Case, strategy: NegotiationStrategy): readonly Replayed[] {
  return moves.flatMap((recorded) => {
    const basis = recorded.side === 'ours' ? recorded.because?.basis : undefined
    if (basis === undefined) return []
    const before = moves.filter(({ round }) => round < recorded.round)
    const decided = strategy.decide(situationOf({ negotiation, mandate, moves: before }, basis))
    const hashes = { recorded: hashOfRecorded(recorded), decided: hashOf(decided) }
    return [{ round: recorded.round, ...hashes, same: hashes.recorded === hashes.decided }]
  })
}

function hashOf({ move, because: { rule, text, figures }, ...rest }: StrategyMove): string {
  return termsHash({ move, terms: 'terms' in rest ? rest.terms : null, because: { rule, text, figures } })
}

function hashOfRecorded({ move, terms, because }: RecordedMove): string {
  if (because === null) return ''
  const { rule, text, figures } = because
  return termsHash({ move, terms, because: { rule, text, figures } })
}
