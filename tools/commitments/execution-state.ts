/**
 * How far an execution has come, read from attempts and commitments alone.
 *
 * @module
 */
import type { Commitment, Execution, WithheldReason } from './approval-ledger.ts'
import type { Attempt } from './execution-ledger.ts'

/**
 * The state of the first act that is not confirmed; `committed` when all are.
 *
 * An attempt without a result is `waiting`: it may be under way, and the executing job asks before it sends again.
 *
 * @param acts how many acts the proposal has
 */
export function executionState(
  acts: number,
  attempts: readonly Attempt[],
  commitments: readonly Commitment[],
): Execution {
  if (commitments.length === acts) return { kind: 'committed', commitments }
  const act = commitments.length
  const last = attempts.findLast((attempt) => attempt.act === act)
  switch (last?.kind) {
    case 'refused':
      return { kind: 'refused', act, reason: last.detail ?? '', commitments }
    case 'unknown':
      return { kind: 'unknown', act, commitments }
    case 'withheld':
      return { kind: 'withheld', act, reason: last.detail as WithheldReason, commitments }
    default:
      return { kind: 'waiting' }
  }
}
