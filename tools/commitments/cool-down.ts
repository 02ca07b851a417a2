/**
 * Time to think: no approval before it is over.
 *
 * @module
 */
import type { Decision } from './approval-ledger.ts'
import type { Proposal } from './proposal.ts'

/**
 * The first instant at which the votes may be completed: counted from the proposal, and for a person who decides alone
 * from their first confirmation. Null without a cool-down, or before that confirmation.
 */
export function coolDownUntil(
  { required, createdAt }: Pick<Proposal, 'required' | 'createdAt'>,
  decisions: readonly Decision[],
): string | null {
  const seconds = required.coolDownSeconds ?? 0
  if (seconds === 0) return null
  const first = decisions.find((vote) => vote.role === 'customer' && vote.decision === 'approve')
  const from = required.selfApproval === true ? first?.decidedAt : createdAt
  return from === undefined ? null : new Date(new Date(from).getTime() + seconds * 1000).toISOString()
}
