/**
 * The advocate on a test database with Anna's records, everything real but the model, the market and the queue.
 *
 * @module
 */
import type pg from 'pg'
import { createAdvocate } from '../../agents/advocate/graph.ts'
import { advocateTools } from '../../agents/advocate/tools.ts'
import type { RoleModel } from '../../agents/models.ts'
import type { HttpRegistry } from '../../src/channels/registry.ts'
import { PostgresCheckpointer } from '../../src/db/checkpointer.ts'
import { postgresApprovalDesk } from '../../src/db/postgres-approval-desk.ts'
import { postgresApprovals } from '../../src/db/postgres-approvals.ts'
import { postgresCommitments } from '../../src/db/postgres-commitments.ts'
import { postgresDisputes } from '../../src/db/postgres-disputes.ts'
import { postgresExplanations } from '../../src/db/postgres-explanations.ts'
import { postgresHandoffs } from '../../src/db/postgres-handoffs.ts'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresNegotiations } from '../../src/db/postgres-negotiations.ts'
import { postgresRecords } from '../../src/db/postgres-records.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { postgresTurnReader } from '../../src/db/postgres-turn-context.ts'
import { createDelegations } from '../../src/delegation.ts'
import type { RunEvent } from '../../src/http/ports/runs.ts'
import { alone, taskRun } from '../../src/jobs/alone.ts'
import { createProposals } from '../../src/proposals.ts'
import { createRuns } from '../../src/runs.ts'
import { createWithdrawals } from '../../src/withdrawals.ts'
import { DUNNING_POLICY } from '../../tools/disputes/dunning-policy.ts'
import type { Passage } from '../../tools/knowledge/library.ts'
import type { Counterparty } from '../../tools/negotiation/counterparty.ts'
import { SELF_USE } from '../../tools/profile/profile.ts'
import { fixedClock } from '../../tools/shared/clock.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { ANNA } from './anna.ts'
import { notingQueue } from './gate.ts'
import { NOW } from './seed.ts'

const LENDERS: readonly Counterparty[] = [
  { id: 'bk-elbe', name: 'Elbe Direktbank', role: 'lender', kinds: ['instalment-loan'], synthetic: true },
  { id: 'bk-isar', name: 'Isar Kreditbank', role: 'lender', kinds: ['instalment-loan'], synthetic: true },
]
const PASSAGE: Passage = {
  id: 'default.1',
  articleId: 'default',
  locale: 'de',
  title: 'Wann beginnt der Verzug?',
  text: 'Der Verzug beginnt in der Regel mit einer Mahnung, spätestens 30 Tage nach Fälligkeit und Zugang der Rechnung.',
  citation: '§ 286 BGB',
}

export async function openAdvocate(pool: pg.Pool, model: RoleModel, options: { waitMs?: number } = {}) {
  const clock = fixedClock(NOW.toISOString())
  const ids = randomIds
  const jobs = notingQueue()
  const records = postgresRecords(pool, clock)
  const mandates = postgresMandates(pool, jobs)
  const approvals = postgresApprovals(pool)
  const desk = postgresHandoffs({ pool, clock, ids, promise: { minutesOnDuty: 5, hoursOffDuty: 24 } })
  const threads = postgresThreads(pool)
  const approvalDesk = postgresApprovalDesk({ pool, jobs, clock, ids })
  const delegations = createDelegations({
    ...{ pool, mandates, approvals, records, jobs, clock, ids, profile: SELF_USE },
    negotiations: postgresNegotiations(pool),
    registry: registry(),
    channel: { release: async () => {} },
  })
  const proposals = createProposals({
    ...{ ledger: approvals, mandates, clock, ids, desk: approvalDesk },
    withinMandate: () => [],
    renegotiate: async () => null,
    alone: (taskId, work) => alone({ leases: postgresLeases(pool), ids }, taskRun(taskId), work),
  })
  const withdrawals = createWithdrawals({
    ...{ db: pool, approvals, proposals, customers: records, clock },
    commitments: postgresCommitments(pool),
  })
  const advocate = createAdvocate({
    ...{ model, threads, desk, delegations, proposals, mandates, records, clock, ids, withdrawals },
    review: approvalDesk,
    checkpointer: new PostgresCheckpointer(pool),
    patience: { sleep: async () => {} },
  })
  const library = {
    async find(question: string) {
      if (question.includes('break')) throw new TypeError('a bug of ours')
      return /verzug|default/i.test(question) ? [PASSAGE] : []
    },
  }
  const errors: unknown[] = []
  const runs = createRuns({
    ...{ threads, advocate, desk, clock, ids, ...options },
    reader: postgresTurnReader(pool),
    tools: (turn) =>
      advocateTools(
        {
          ...{ delegations, mandates, proposals, desk, library, clock, ids },
          ...{ debts: records, contracts: records, offers: records, customers: records },
          registry: registry(),
          disputes: postgresDisputes(pool),
          explanations: postgresExplanations(pool),
          policy: DUNNING_POLICY,
          profile: SELF_USE,
        },
        turn,
      ),
    onError: (error) => errors.push(error),
    pollMs: 20,
  })

  return {
    ...{ runs, threads, desk, mandates, delegations, proposals, approvals, approvalDesk, jobs, errors },

    /** A customer of their own with Anna's records, and a thread. */
    async anna(locale: 'de' | 'en' = 'de') {
      const customerId = ids.next('c')
      await pool.query('insert into customers (id, record, updated_at) values ($1, $2, $3)', [
        customerId,
        JSON.stringify({ ...ANNA.customer, id: customerId }),
        NOW,
      ])
      for (const table of ['debts', 'contracts', 'offers'] as const) {
        for (const record of ANNA[table]) {
          await pool.query(
            `insert into ${table} (customer_id, id, as_of, record, recorded_at) values ($1, $2, $3, $4, $5)`,
            [customerId, record.id, record.asOf, JSON.stringify(record), NOW],
          )
        }
      }
      const threadId = ids.next('thr')
      await threads.create({ id: threadId, customerId, locale, at: NOW })
      const said: RunEvent[] = []
      return {
        ...{ customerId, threadId, events: said },
        /** Says something and returns the reply's text; '' when nobody answered. */
        async say(text: string, messageId = ids.next('msg'), recentlySignedIn = true): Promise<string> {
          said.length = 0
          const message = { threadId, customerId, messageId, text, recentlySignedIn }
          const outcome = await runs.send(message, (event) => void said.push(event))
          return outcome.kind === 'queued' ? '' : (outcome.reply?.text ?? '')
        },
        messages: () => threads.messages(threadId),
      }
    },
  }
}

function registry(): HttpRegistry {
  return {
    playsAnybody: true,
    get: async (id) => LENDERS.find((lender) => lender.id === id) ?? null,
    dealingIn: async (kind) => LENDERS.filter((lender) => lender.kinds.includes(kind)),
    endpointOf: async () => ({ baseUrl: 'http://counterparty.invalid', token: 'none' }),
    ensure: async () => null,
  }
}
