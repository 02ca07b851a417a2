/**
 * Everything between a mandate and a proposal, joined as in production: real SQL, a real market over HTTP, and a
 * queue whose jobs a test works by hand.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { MemorySaver } from '@langchain/langgraph-checkpoint'
import { createModels, type RoleModel } from '../../agents/models.ts'
import { draftMove } from '../../agents/negotiator/draft-move.ts'
import { createNegotiator } from '../../agents/negotiator/graph.ts'
import { httpCounterparties } from '../../src/channels/http-counterparty.ts'
import { type CounterpartyEntry, createRegistry } from '../../src/channels/registry.ts'
import { postgresApprovalDesk } from '../../src/db/postgres-approval-desk.ts'
import { postgresApprovals } from '../../src/db/postgres-approvals.ts'
import { postgresExplanations } from '../../src/db/postgres-explanations.ts'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresNegotiations } from '../../src/db/postgres-negotiations.ts'
import { postgresRecords } from '../../src/db/postgres-records.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { createDelegations } from '../../src/delegation.ts'
import { alone, taskRun } from '../../src/jobs/alone.ts'
import { concludeTask } from '../../src/jobs/conclude-task.ts'
import type { JobName, Jobs } from '../../src/jobs/job-queue.ts'
import { negotiate } from '../../src/jobs/negotiate.ts'
import { createProposals } from '../../src/proposals.ts'
import { createRenegotiation } from '../../src/renegotiation.ts'
import { parseCustomerFile } from '../../tools/imports/customer-file.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { CounterpartyChannel } from '../../tools/negotiation/counterparty.ts'
import { dealStrategy } from '../../tools/negotiation/engine/deal-strategy.ts'
import { proposalWithinMandate } from '../../tools/negotiation/within-mandate.ts'
import { SELF_USE } from '../../tools/profile/profile.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import type { TestDatabase } from './database.ts'
import { movableClock } from './gate.ts'

const OFFLINE = createModels({ kind: 'offline' }, null)

export interface NegotiatingOptions {
  readonly marketUrl: string | null
  readonly entries?: readonly CounterpartyEntry[]
  readonly timeoutMs?: number
  readonly turnBudget?: number
  readonly drafting?: RoleModel
  /** Stands between the negotiator and the network, to lose answers and to crash. */
  readonly around?: (channel: CounterpartyChannel) => CounterpartyChannel
}

/** Builds the house over a database; building it again is a restart: nothing but the database is kept. */
export function openNegotiating({ pool }: TestDatabase, options: NegotiatingOptions) {
  const clock = movableClock()
  const ids = randomIds
  const queued: { name: JobName; data: unknown }[] = []
  const jobs = {
    async enqueue<K extends JobName>(name: K, data: Jobs[K]) {
      if (!queued.some((job) => job.name === name && JSON.stringify(job.data) === JSON.stringify(data))) {
        queued.push({ name, data })
      }
    },
  }
  const http = { timeoutMs: options.timeoutMs ?? 10_000, retryAfterMs: [] }
  const registry = createRegistry({ entries: options.entries ?? [], marketUrl: options.marketUrl })
  const direct = httpCounterparties(registry, http)
  const channel = options.around?.(direct) ?? direct
  const negotiations = postgresNegotiations(pool)
  const mandates = postgresMandates(pool, jobs)
  const approvals = postgresApprovals(pool)
  const records = postgresRecords(pool, clock)
  const threads = postgresThreads(pool)
  const desk = postgresApprovalDesk({ pool, jobs, clock, ids })
  const leases = postgresLeases(pool)
  const shared = { negotiations, mandates, records, registry, channel, clock, ids, jobs, leases }
  const proposals = createProposals({
    desk,
    ledger: approvals,
    mandates,
    clock,
    ids,
    withinMandate: proposalWithinMandate,
    renegotiate: (...edit) => createRenegotiation({ ...shared, proposals })(...edit),
    alone: (taskId, work) => alone(shared, taskRun(taskId), work),
  })
  const delegations = createDelegations({ ...shared, pool, approvals, profile: SELF_USE })
  const turnBudget = options.turnBudget ?? 6
  const negotiator = createNegotiator(
    {
      ...shared,
      strategy: dealStrategy,
      draft: draftMove(options.drafting ?? OFFLINE.drafting),
      turnBudget,
      unreachableLimit: 2,
    },
    new MemorySaver(),
  )
  const handlers = {
    negotiate: negotiate({ ...shared, negotiator, turnBudget, retryAfterSeconds: [0, 0] }),
    'conclude-task': concludeTask({
      ...shared,
      approvals,
      proposals,
      threads,
      explanations: postgresExplanations(pool),
    }),
  }

  return {
    clock,
    queued,
    registry,
    negotiations,
    mandates,
    approvals,
    records,
    threads,
    proposals,
    delegations,
    handlers,

    /** Works jobs, those waiting at once side by side, until none is left. */
    async work(): Promise<void> {
      for (let batch = due(); batch.length > 0; batch = due()) await Promise.all(batch.map(run))
    },

    /** Drafts, confirms and works a mandate of the customer's to its end. */
    async delegate(request: Parameters<typeof delegations.draft>[0]): Promise<{ mandate: Mandate; taskId: string }> {
      const { mandate } = await delegations.draft(request)
      const task = await delegations.confirm(mandate.id, request.customerId)
      await this.work()
      return { mandate, taskId: task.id }
    },
  }

  function due() {
    return queued.splice(0).filter(({ name }) => name in handlers)
  }

  async function run({ name, data }: { name: JobName; data: unknown }): Promise<void> {
    if (name === 'negotiate') await handlers.negotiate(data as Jobs['negotiate'])
    if (name === 'conclude-task') await handlers['conclude-task'](data as Jobs['conclude-task'])
  }
}

/** Puts a customer's file on record under a customer id of its own, with a thread. */
export async function seedFile(
  { pool }: TestDatabase,
  name: string,
): Promise<{ customerId: string; threadId: string }> {
  const text = await readFile(new URL(`../data/samples/${name}.json`, import.meta.url), 'utf8')
  const file = parseCustomerFile(JSON.parse(text))
  const customerId = randomIds.next('c')
  const threadId = randomIds.next('thread')
  const now = '2026-11-22T10:00:00.000Z'
  await pool.query('insert into customers (id, record, updated_at) values ($1, $2, $3)', [
    customerId,
    JSON.stringify({ ...file.customer, id: customerId }),
    now,
  ])
  for (const table of ['debts', 'contracts', 'offers'] as const) {
    for (const record of file[table] ?? []) {
      await pool.query(
        `insert into ${table} (customer_id, id, as_of, record, recorded_at) values ($1, $2, $3, $4, $5)`,
        [customerId, record.id, record.asOf, JSON.stringify(record), now],
      )
    }
  }
  await pool.query('insert into threads (id, customer_id, locale, created_at) values ($1, $2, $3, $4)', [
    threadId,
    customerId,
    file.customer.locale.startsWith('de') ? 'de' : 'en',
    now,
  ])
  return { customerId, threadId }
}
