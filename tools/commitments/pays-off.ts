/**
 * Whether an act ends a loan that a new one takes the place of. On the wire it is a cancellation like that of a policy; in
 * words it is another thing, because the old loan lasts until the money has arrived.
 *
 * @module
 */
import type { Act } from './proposal.ts'

/** @param acts of one proposal, in order */
export function paysOff(acts: readonly Act[], index: number): boolean {
  const act = acts[index]
  if (act?.type !== 'notice' || act.notice !== 'cancellation') return false
  return acts.slice(0, index).some((before) => before.type === 'conclude' && before.terms.kind === 'instalment-loan')
}
