/**
 * Work that happens without a request, in a Postgres-backed queue on both databases.
 *
 * @module
 */
import type { Queryable } from '../db/queryable.ts'

/** Every kind of job, with what it carries: ids only, never authority. */
export interface Jobs {
  /** One step or more of a negotiation. */
  negotiate: { negotiationId: string }
  /** Compare what the negotiations of a task brought and propose the best. */
  'conclude-task': { taskId: string }
  /** The one door to the executor. */
  'execute-commitment': { proposalId: string }
  /** A doorbell for the graph that waits on a proposal. */
  'wake-proposal': { proposalId: string }
  /** Answers what a crash left unanswered on a thread. */
  'answer-messages': { threadId: string }
  /** Sends what webhooks wait for. */
  'deliver-webhooks': Record<string, never>
  /** Expiries, stranded threads, lost jobs: runs every few seconds, finds work in the tables alone. */
  sweep: Record<string, never>
}

export type JobName = keyof Jobs

export type JobHandlers = { readonly [K in JobName]: (data: Jobs[K]) => Promise<void> }

export interface JobQueue {
  /**
   * Adds a job; with `db` in that transaction, so that it exists exactly when the transaction does.
   * `key` keeps a second job of the same name and key from being queued while one waits.
   */
  enqueue<K extends JobName>(
    name: K,
    data: Jobs[K],
    options?: { db?: Queryable; key?: string; startAfterSeconds?: number },
  ): Promise<void>
  /** Begins to work jobs until `stop`. A job whose handler throws is retried with backoff. */
  start(handlers: JobHandlers): Promise<void>
  /** Works what is due now and returns how many jobs ran: for tests, the demo and Workers, which have no loop. */
  drain(handlers: JobHandlers): Promise<number>
  stop(): Promise<void>
}
