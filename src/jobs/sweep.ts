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
import type { Log } from '../log.ts'
import type { WebhookOutbox } from '../webhooks/outbox.ts'
import type { AbandonedWork } from './abandoned-work.ts'
import type { JobQueue } from './job-queue.ts'

const AT_ONCE = 50
/** Longer than a job waits between its tries, so that what is only waiting is left alone. */
const QUIET_MS = 15 * 60_000

export function sweep(parts: {
  readonly approvals: Pick<ApprovalDesk, 'expire'> & Partial<Pick<ApprovalDesk, 'ripen' | 'keepTime'>>
  readonly executions: Pick<ExecutionLedger, 'unfinished'>
  readonly threads: Pick<ThreadStore, 'stranded'>
  readonly abandoned: AbandonedWork
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly clock: Clock
  readonly log?: Pick<Log, 'warn'>
  readonly webhooks?: Pick<WebhookOutbox, 'waits'>
  /** Signs the head of the audit chain once a day; left out where there is no key to sign with. */
  readonly anchor?: () => Promise<unknown>
  /** Forgets, once a day, what has been kept long enough. */
  readonly retention?: () => Promise<unknown>
}) {
  return async (): Promise<void> => {
    const { approvals, executions, threads, abandoned, jobs, clock } = parts
    const now = clock.now()
    await approvals.expire(now)
    await approvals.ripen?.(now)
    for (const note of (await approvals.keepTime?.(now)) ?? []) {
      if (note.kind === 'escalated')
        parts.log?.warn({ proposalId: note.proposalId, level: note.level }, 'a request lay too long and was passed on')
    }
    for (const proposalId of await executions.unfinished(AT_ONCE)) {
      await jobs.enqueue('execute-commitment', { proposalId }, { key: `${proposalId}/sweep` })
    }
    for (const threadId of await threads.stranded(AT_ONCE)) {
      await jobs.enqueue('answer-messages', { threadId }, { key: threadId })
    }
    const quietSince = new Date(now.getTime() - QUIET_MS)
    for (const negotiationId of await abandoned.negotiations(quietSince, AT_ONCE)) {
      await jobs.enqueue('negotiate', { negotiationId }, { key: `${negotiationId}/sweep` })
    }
    for (const taskId of await abandoned.tasks(quietSince, AT_ONCE)) {
      await jobs.enqueue('conclude-task', { taskId }, { key: taskId })
    }
    if ((await parts.webhooks?.waits(now)) === true) await jobs.enqueue('deliver-webhooks', {}, { key: 'due' })
    await parts.retention?.()
    await parts.anchor?.()
  }
}
