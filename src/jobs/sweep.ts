/**
 * What time brings and what crashes leave: expiries, approvals that nobody executes, and messages that nobody answers.
 * Found in the tables alone, so that it does not matter which process looks, or how often.
 *
 * @module
 */
import type { ThreadStore } from '../../agents/thread-store.ts'
import type { ApprovalDesk } from '../../tools/commitments/approval-desk.ts'
import type { ExecutionLedger } from '../../tools/commitments/execution-ledger.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { JobQueue } from './job-queue.ts'

const AT_ONCE = 50

export function sweep(parts: {
  readonly approvals: Pick<ApprovalDesk, 'expire'>
  readonly executions: Pick<ExecutionLedger, 'unfinished'>
  readonly threads: Pick<ThreadStore, 'stranded'>
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly clock: Clock
  /** Signs the head of the audit chain once a day; left out where there is no key to sign with. */
  readonly anchor?: () => Promise<unknown>
}) {
  return async (): Promise<void> => {
    const { approvals, executions, threads, jobs, clock } = parts
    await approvals.expire(clock.now())
    for (const proposalId of await executions.unfinished(AT_ONCE)) {
      await jobs.enqueue('execute-commitment', { proposalId }, { key: `${proposalId}/sweep` })
    }
    for (const threadId of await threads.stranded(AT_ONCE)) {
      await jobs.enqueue('answer-messages', { threadId }, { key: threadId })
    }
    await parts.anchor?.()
  }
}
