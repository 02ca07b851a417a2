/**
 * Runs the graphs that wait on proposals: one run per proposal, started once and woken as often as something happens.
 *
 * @module
 */
import { Command, isUnknownInterruptError } from '@langchain/langgraph'
import type { createCommitmentGraph } from '../agents/advocate/commitment-graph.ts'
import { type CommitmentState, commitmentThread } from '../agents/advocate/commitment-state.ts'
import type { Ids } from '../tools/shared/ids.ts'
import type { RunLeases } from './db/postgres-leases.ts'
import { alone } from './jobs/alone.ts'
import type { JobQueue } from './jobs/job-queue.ts'

export interface Waiting {
  /**
   * Rings for a proposal. Starts its run where there is none, and does nothing where it has ended. Two at once are
   * safe: one runs, the other comes back, so that what it rang for is never missed.
   */
  wake(proposalId: string): Promise<void>
}

/** Each ring moves a run on by at least a step; more than this would be a circle. */
const RINGS = 5

export function createWaiting(parts: {
  readonly graph: ReturnType<typeof createCommitmentGraph>
  readonly leases: RunLeases
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly ids: Ids
}): Waiting {
  const { graph, jobs } = parts

  return {
    async wake(proposalId) {
      // Should two run after all, the key of the message they post keeps it single.
      const outcome = await alone(parts, commitmentThread(proposalId), () => ring(proposalId))
      if (outcome === 'done') return
      await jobs.enqueue('wake-proposal', { proposalId }, { startAfterSeconds: 1, key: `${proposalId}/again` })
    },
  }

  async function ring(proposalId: string): Promise<void> {
    const config = {
      configurable: { thread_id: commitmentThread(proposalId), __pregel_strict_resume: true },
      durability: 'exit' as const,
    }
    for (let left = RINGS; ; left -= 1) {
      const state = await graph.getState(config)
      if (state.createdAt === undefined) return void (await graph.invoke({ proposalId }, config))
      if (state.next.length === 0) return
      const pending = state.tasks.flatMap((task) => task.interrupts).map((question) => question.id ?? '')
      try {
        // Without a pending question a crash cut the run off between two nodes: it goes on from there.
        const input =
          pending.length === 0
            ? null
            : new Command<unknown, Partial<CommitmentState>, never>({ resume: doorbells(pending) })
        return void (await graph.invoke(input, config))
      } catch (error) {
        if (!isUnknownInterruptError(error) || left === 0) throw error
        // Somebody answered in between. The question that is pending now is read anew, so that this ring is not lost.
      }
    }
  }
}

/** Every pending question by its id; the value means nothing. */
function doorbells(ids: readonly string[]): Record<string, 'rung'> {
  return Object.fromEntries(ids.map((id) => [id, 'rung']))
}
