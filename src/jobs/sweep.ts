/**
 * What time brings and what crashes leave: expiries, and messages that nobody is answering. Found in the tables alone,
 * so that it does not matter which process looks, or how often.
 *
 * @module
 */
import type { ThreadStore } from '../../agents/thread-store.ts'
import type { ApprovalDesk } from '../../tools/commitments/approval-desk.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { JobQueue } from './job-queue.ts'

const AT_ONCE = 50

export function sweep(parts: {
  readonly approvals: Pick<ApprovalDesk, 'expire'>
  readonly threads: Pick<ThreadStore, 'stranded'>
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly clock: Clock
}) {
  return async (): Promise<void> => {
    await parts.approvals.expire(parts.clock.now())
    for (const threadId of await parts.threads.stranded(AT_ONCE)) {
      await parts.jobs.enqueue('answer-messages', { threadId }, { key: threadId })
    }
  }
}
