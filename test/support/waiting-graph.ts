/**
 * The graph that waits on proposals, within reach of an attacker: the compiled graph, its config, and the ordinary way.
 *
 * @module
 */
import type { BaseCheckpointSaver } from '@langchain/langgraph'
import { createCommitmentGraph } from '../../agents/advocate/commitment-graph.ts'
import { commitmentThread } from '../../agents/advocate/commitment-state.ts'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { createWaiting } from '../../src/waiting.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import type { Gate } from './gate.ts'

export function waitingGraphOn(gate: Gate, checkpointer: BaseCheckpointSaver) {
  const threads = postgresThreads(gate.pool)
  const parts = { approvals: gate.ledger, threads, ids: randomIds, clock: gate.clock }
  const graph = createCommitmentGraph({ ...parts, checkpointer })
  const waiting = createWaiting({ graph, leases: postgresLeases(gate.pool), jobs: gate.jobs, ids: randomIds })
  const config = (proposalId: string) => ({
    configurable: { thread_id: commitmentThread(proposalId), __pregel_strict_resume: true },
  })
  const said = async (threadId: string | null) =>
    (await threads.messages(threadId ?? '')).map((message) => message.text)
  return { graph, waiting, config, said }
}
