/**
 * The real executing job in a process of its own, to be killed: it opens the database, works on one proposal until the
 * ledger says how it went, and at the fault point kills itself with SIGKILL.
 *
 * @module
 */

import { createCommitmentGraph } from '../../agents/advocate/commitment-graph.ts'
import { httpExecutor } from '../../src/channels/http-executor.ts'
import { PostgresCheckpointer } from '../../src/db/checkpointer.ts'
import { PARLEY } from '../../src/db/identity.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { postgresApprovals } from '../../src/db/postgres-approvals.ts'
import { postgresExecutions } from '../../src/db/postgres-executions.ts'
import { postgresHandoffs } from '../../src/db/postgres-handoffs.ts'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { executeCommitment } from '../../src/jobs/execute-commitment.ts'
import type { JobHandlers } from '../../src/jobs/job-queue.ts'
import { pgBossQueue } from '../../src/jobs/pg-boss-queue.ts'
import { createWaiting } from '../../src/waiting.ts'
import { SELF_USE } from '../../tools/profile/profile.ts'
import { fixedClock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { registryOf } from './counterparty.ts'

/** What the parent says by `CHILD`. */
export interface ChildOrder {
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly proposalId: string
  readonly baseUrl: string
  readonly token: string
  readonly now: string
  readonly killAt: string | null
}

const order = JSON.parse(process.env.CHILD ?? '') as ChildOrder
const database = await openDatabase(
  order.database.kind === 'embedded' ? order.database : { ...order.database, adminUrl: null },
  { fallback: PARLEY },
)
const { pool } = database
const clock = fixedClock(order.now)
const jobs = pgBossQueue({ db: pool, alone: database.kind === 'pglite', onError: () => {} })
const executions = postgresExecutions({ pool, jobs })
const approvals = postgresApprovals(pool)
const threads = postgresThreads(pool)
const graph = createCommitmentGraph({
  approvals,
  threads,
  ids: randomIds,
  clock,
  checkpointer: new PostgresCheckpointer(pool),
})
const waiting = createWaiting({ graph, leases: postgresLeases(pool), jobs, ids: randomIds })
const execute = executeCommitment({
  profile: SELF_USE,
  executions,
  mandates: postgresMandates(pool, jobs),
  executor: httpExecutor(registryOf(order, () => new ParleyError('NOT_FOUND', 'nobody'))),
  handoffs: postgresHandoffs({ pool, clock, ids: randomIds, promise: { minutesOnDuty: 15, hoursOffDuty: 24 } }),
  jobs,
  clock,
  ids: randomIds,
  leaseSeconds: 1,
  faults: async (point) => {
    if (point === order.killAt) process.kill(process.pid, 'SIGKILL')
  },
})
const handlers: JobHandlers = {
  negotiate: async () => {},
  'conclude-task': async () => {},
  'execute-commitment': execute,
  'wake-proposal': ({ proposalId }) => waiting.wake(proposalId),
  'answer-messages': async () => {},
  'deliver-webhooks': async () => {},
  sweep: async () => {},
}

await jobs.start(handlers)
const until = performance.now() + 60_000
while (performance.now() < until) {
  // What the sweep does: an approved proposal that nobody executes gets its job.
  for (const proposalId of await executions.unfinished(10)) {
    await jobs.enqueue('execute-commitment', { proposalId }, { key: proposalId })
  }
  const { kind } = await executions.executionOf(order.proposalId)
  const proposal = await approvals.proposal(order.proposalId)
  const told = proposal?.threadId == null || (await threads.messages(proposal.threadId)).length > 0
  if (kind !== 'waiting' && told) break
  await new Promise((resolve) => setTimeout(resolve, 100))
}
await jobs.stop()
await database.close()
