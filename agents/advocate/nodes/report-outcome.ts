/**
 * Tells the customer what came of a proposal, once, from the ledger alone.
 *
 * @module
 */
import type { ApprovalLedger } from '../../../tools/commitments/approval-ledger.ts'
import type { Clock } from '../../../tools/shared/clock.ts'
import type { Ids } from '../../../tools/shared/ids.ts'
import type { ThreadStore } from '../../thread-store.ts'
import type { CommitmentState } from '../commitment-state.ts'
import { outcomeMessage } from '../outcome-message.ts'
import { renderReply } from '../render-reply.ts'

export interface ReportParts {
  readonly approvals: ApprovalLedger
  readonly threads: Pick<ThreadStore, 'get' | 'post'>
  readonly ids: Ids
  readonly clock: Clock
}

/** Safe to repeat: the message has a key per proposal, and another for "nobody knows yet". */
export function reportOutcome({ approvals, threads, ids, clock }: ReportParts) {
  return async ({ proposalId }: CommitmentState): Promise<Partial<CommitmentState>> => {
    const proposal = await approvals.proposal(proposalId)
    const approval = await approvals.outcomeOf(proposalId)
    if (proposal === null || proposal.threadId === null || approval === null) return {}
    const thread = await threads.get(proposal.threadId)
    if (thread === null) return {} // the customer had the conversation erased
    const execution = await approvals.executionOf(proposalId)
    const decisions = await approvals.decisions(proposalId)
    const message = outcomeMessage({ proposal, approval, decisions, execution }, thread.locale)
    if (message === null) return {}
    const unclear = approval.outcome === 'approved' && execution.kind === 'unknown'
    await threads.post({
      id: ids.next('msg'),
      threadId: thread.id,
      role: 'assistant',
      text: renderReply(message.text, message.facts, thread.locale),
      locale: thread.locale,
      facts: message.facts,
      focus: { outcomeOf: proposalId },
      at: clock.now(),
      dedupeKey: `${unclear ? 'unclear' : 'outcome'}:${proposalId}`,
    })
    return {}
  }
}
