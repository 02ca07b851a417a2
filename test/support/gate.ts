/**
 * The gate on a test database, with the rows it rests on: a customer, a mandate, a task.
 *
 * @module
 */
import type pg from 'pg'
import type { Enqueue } from '../../src/db/approval-transaction.ts'
import { postgresApprovalDesk } from '../../src/db/postgres-approval-desk.ts'
import { postgresApprovals } from '../../src/db/postgres-approvals.ts'
import { postgresExecutions } from '../../src/db/postgres-executions.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { proposal } from './proposals.ts'

export const NOW = '2026-11-22T10:00:00.000Z'

/** A clock that a test moves by hand. */
export function movableClock(iso = NOW): Clock & { set(iso: string): void } {
  let moment = new Date(iso)
  return {
    now: () => new Date(moment),
    set(next) {
      moment = new Date(next)
    },
  }
}

export function openGate(pool: pg.Pool, jobs: Enqueue, clock = movableClock()) {
  const desk = postgresApprovalDesk({ pool, jobs, clock, ids: randomIds })
  return {
    pool,
    jobs,
    clock,
    desk,
    ledger: postgresApprovals(pool),
    executions: postgresExecutions({ pool, jobs }),

    async customer(id: string) {
      await pool.query('insert into customers (id, record, updated_at) values ($1, $2, $3) on conflict do nothing', [
        id,
        JSON.stringify({ id, name: 'Anna Beispiel', locale: 'de-DE', currency: 'EUR' }),
        NOW,
      ])
    },

    /** A confirmed mandate with the task that carries it out. */
    async mandate(customerId: string, threadId: string | null = null) {
      const mandateId = randomIds.next('man')
      const taskId = randomIds.next('task')
      await pool.query(
        `insert into mandates (id, customer_id, thread_id, need, subject, goal, limits, counterparties, disclosures, created_at, expires_at)
         values ($1, $2, $3, 'refinance-loan', null, 'cheaper', '{"maxTermMonths": 36}', '["musterbank-nord", "modehaus-elbe", "nobody"]', '[]', $4, '2026-12-22T10:00:00Z')`,
        [mandateId, customerId, threadId, NOW],
      )
      await pool.query(`insert into mandate_events values ($1, 'confirmed', $2, $3)`, [mandateId, customerId, NOW])
      await pool.query(
        `insert into tasks (id, customer_id, thread_id, mandate_id, need, goal, status, created_at)
         values ($1, $2, $3, $4, 'refinance-loan', 'cheaper', 'negotiating', $5)`,
        [taskId, customerId, threadId, mandateId, NOW],
      )
      return { mandateId, taskId }
    },

    async revoke(mandateId: string) {
      await pool.query(`insert into mandate_events values ($1, 'revoked', 'c-anna', $2)`, [
        mandateId,
        clock.now().toISOString(),
      ])
    },

    async thread(customerId: string, locale: 'de' | 'en' = 'de') {
      const threadId = randomIds.next('thr')
      await pool.query('insert into threads (id, customer_id, locale, created_at) values ($1, $2, $3, $4)', [
        threadId,
        customerId,
        locale,
        NOW,
      ])
      return threadId
    },

    /** Opens a proposal with an id of its own. */
    async open(change: Partial<Proposal> = {}) {
      const opened = proposal({ id: randomIds.next('prop'), ...change })
      await desk.open(opened)
      return opened
    },

    /** Casts the votes that the default loan proposal needs. */
    async approve(opened: Proposal) {
      const vote = { proposalId: opened.id, decision: 'approve', termsHash: opened.termsHash, reason: null } as const
      await desk.decide({ ...vote, person: 'r-1', role: 'reviewer' })
      if (opened.required.customer) await desk.decide({ ...vote, person: opened.customerId, role: 'customer' })
    },

    async taskStatus(taskId: string): Promise<string | undefined> {
      const { rows } = await pool.query<{ status: string }>('select status from tasks where id = $1', [taskId])
      return rows[0]?.status
    },
  }
}

export type Gate = ReturnType<typeof openGate>

/** Notes what was queued; with `fail` set the next call throws. */
export function notingQueue() {
  const queued: { name: string; data: unknown; inTransaction: boolean }[] = []
  const queue: Enqueue & { queued: typeof queued; fail: Error | null } = {
    queued,
    fail: null,
    async enqueue(name, data, options) {
      if (queue.fail !== null) throw queue.fail
      queued.push({ name, data, inTransaction: options?.db !== undefined })
    },
  }
  return queue
}
