import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Enqueue } from '../../src/db/approval-transaction.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresNegotiations } from '../../src/db/postgres-negotiations.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, notingQueue, openGate } from '../support/gate.ts'
import { later, NOW, seedThread } from '../support/seed.ts'

behavesLikeAMandateLedger('on SQL', (pool, jobs) => postgresMandates(pool, jobs))

function behavesLikeAMandateLedger(name: string, open: (pool: pg.Pool, jobs: Enqueue) => MandateLedger): void {
  describe(`a mandate ledger ${name}`, () => {
    let database: TestDatabase
    let ledger: MandateLedger
    let gate: Gate
    const queue = notingQueue()

    beforeAll(async () => {
      database = await openTestDatabase()
      ledger = open(database.pool, queue)
      gate = openGate(database.pool, queue)
    })

    afterAll(() => database.close())

    async function drafted(change: Partial<Mandate> = {}): Promise<Mandate> {
      const thread = await seedThread(database.pool)
      const mandate: Mandate = {
        ...{ id: randomIds.next('man'), ...thread, need: 'refinance-loan', subject: { type: 'contract', id: 'k-1' } },
        ...{ goal: 'Ein günstigerer Kredit', limits: { maxTermMonths: 36, maxEffectiveRatePercent: '7.50' } },
        ...{ counterparties: ['bank-a', 'bank-b'], disclosures: ['age-band'], createdAt: NOW.toISOString() },
        ...{ confirmedAt: null, revokedAt: null, expiresAt: later(3600).toISOString() },
        ...change,
      }
      await ledger.draft(mandate)
      return mandate
    }

    it('gives back what was drafted, to the letter', async () => {
      const mandate = await drafted()
      expect(await ledger.get(mandate.id)).toEqual(mandate)
      const bare = await drafted({ subject: null, threadId: null, counterparties: [], disclosures: [], limits: {} })
      expect(await ledger.get(bare.id)).toEqual(bare)
      expect(await ledger.get('man-nowhere')).toBeNull()
    })

    it('lists those of one customer, newest first', async () => {
      const first = await drafted()
      const second = { ...first, id: randomIds.next('man'), createdAt: later(5).toISOString() }
      await ledger.draft(second)
      await drafted()
      expect((await ledger.listFor(first.customerId)).map((m) => m.id)).toEqual([second.id, first.id])
    })

    describe('what awaits a yes', () => {
      it('is the newest of the thread', async () => {
        const first = await drafted()
        const second = { ...first, id: randomIds.next('man'), createdAt: later(5).toISOString() }
        await ledger.draft(second)
        expect((await ledger.pendingOf(first.threadId ?? '', later(10)))?.id).toBe(second.id)
      })

      it('is nothing once it is confirmed, revoked or expired', async () => {
        const expired = await drafted()
        expect(await ledger.pendingOf(expired.threadId ?? '', later(3600))).toBeNull()
        const confirmed = await drafted()
        await ledger.confirm(confirmed.id, confirmed.customerId, later(1))
        expect(await ledger.pendingOf(confirmed.threadId ?? '', later(2))).toBeNull()
        const revoked = await drafted()
        await ledger.revoke(revoked.id, revoked.customerId, later(1))
        expect(await ledger.pendingOf(revoked.threadId ?? '', later(2))).toBeNull()
      })
    })

    describe('confirming', () => {
      it('happens once, however many try', async () => {
        const mandate = await drafted()
        const results = await Promise.all([1, 2, 3].map(() => ledger.confirm(mandate.id, mandate.customerId, later(7))))
        expect(results.filter((first) => first)).toHaveLength(1)
        expect(await ledger.get(mandate.id)).toEqual({ ...mandate, confirmedAt: later(7).toISOString() })
      })

      it('is refused after a revocation', async () => {
        const mandate = await drafted()
        await ledger.revoke(mandate.id, mandate.customerId, later(1))
        await expect(ledger.confirm(mandate.id, mandate.customerId, later(2))).rejects.toMatchObject({
          code: 'MANDATE_REVOKED',
        })
      })

      it('needs a mandate', async () => {
        await expect(ledger.confirm('man-nowhere', 'c-1', NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' })
        await expect(ledger.revoke('man-nowhere', 'c-1', NOW)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      })
    })

    describe('revoking', () => {
      /** A confirmed mandate whose task negotiates with two counterparties. */
      async function underWay() {
        const mandate = await drafted()
        await ledger.confirm(mandate.id, mandate.customerId, later(1))
        const { id: mandateId, customerId, threadId, need, goal } = mandate
        const task = { id: randomIds.next('task'), customerId, threadId, mandateId, need, goal }
        const negotiation = (counterpartyId: string) => ({
          ...{ id: randomIds.next('neg'), taskId: task.id, mandateId, customerId, counterpartyId },
          ...{ kind: 'instalment-loan' as const, subject: null, status: 'open' as const, held: null, ending: null },
          ...{ startedAt: NOW.toISOString(), endedAt: null },
        })
        const negotiations = [negotiation('bank-a'), negotiation('bank-b')] as const
        await postgresNegotiations(database.pool).createTask(
          { ...task, status: 'negotiating', proposalId: null, createdAt: NOW.toISOString() },
          negotiations,
        )
        return { mandate, task, negotiations }
      }

      it('stops the task and withdraws what is still being negotiated', async () => {
        const { mandate, task, negotiations } = await underWay()
        const tasks = postgresNegotiations(database.pool)
        await tasks.end(negotiations[0].id, { status: 'impasse', at: later(2) })
        expect(await ledger.revoke(mandate.id, mandate.customerId, later(3))).toBe(true)
        expect(await gate.taskStatus(task.id)).toBe('stopped')
        expect((await tasks.negotiationsOf(task.id)).map((n) => [n.status, n.ending, n.endedAt])).toEqual([
          ['impasse', null, later(2).toISOString()],
          ['withdrawn', 'mandate revoked', later(3).toISOString()],
        ])
        expect((await tasks.events(task.id)).map((event) => event.kind)).toEqual(['stopped'])
        await tasks.setTask(task.id, { status: 'negotiating' })
        expect(await gate.taskStatus(task.id)).toBe('stopped')
      })

      it('voids an open proposal in the same transaction and wakes the graph that waits on it', async () => {
        const { mandate, task } = await underWay()
        const { customerId } = mandate
        const opened = await gate.open({ customerId, mandateId: mandate.id, taskId: task.id })
        queue.queued.length = 0
        queue.fail = new Error('no queue')
        await expect(ledger.revoke(mandate.id, customerId, later(3))).rejects.toThrow('no queue')
        queue.fail = null
        expect((await ledger.get(mandate.id))?.revokedAt).toBeNull()
        expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()

        await ledger.revoke(mandate.id, customerId, later(3))
        expect(await gate.ledger.outcomeOf(opened.id)).toMatchObject({ outcome: 'voided', reason: 'mandate revoked' })
        expect(queue.queued).toEqual([
          { name: 'wake-proposal', data: { proposalId: opened.id }, inTransaction: true },
          { name: 'conclude-task', data: { taskId: task.id }, inTransaction: true },
        ])
        expect(await gate.taskStatus(task.id)).toBe('stopped')
      })

      it('leaves what was closed before as it was', async () => {
        const { mandate, task } = await underWay()
        const opened = await gate.open({ customerId: mandate.customerId, mandateId: mandate.id, taskId: task.id })
        await gate.approve(opened)
        await ledger.revoke(mandate.id, mandate.customerId, later(3))
        expect(await gate.ledger.outcomeOf(opened.id)).toMatchObject({ outcome: 'approved' })
      })

      it('ends in one closing row when an approval comes at the same moment', async () => {
        for (let round = 0; round < 5; round += 1) {
          const { mandate, task } = await underWay()
          const { customerId } = mandate
          const opened = await gate.open({
            ...{ customerId, mandateId: mandate.id, taskId: task.id },
            required: { reviewers: 1, customer: false, policyVersion: 'v' },
          })
          const [, revoked] = await Promise.allSettled([
            gate.approve(opened),
            ledger.revoke(mandate.id, customerId, later(3)),
          ])
          expect(revoked).toEqual({ status: 'fulfilled', value: true })
          expect(['approved', 'voided']).toContain((await gate.ledger.outcomeOf(opened.id))?.outcome)
        }
      })

      it('happens once', async () => {
        const { mandate } = await underWay()
        const results = await Promise.all([1, 2].map(() => ledger.revoke(mandate.id, mandate.customerId, later(3))))
        expect(results.toSorted()).toEqual([false, true])
        expect((await ledger.get(mandate.id))?.revokedAt).toBe(later(3).toISOString())
      })

      it('cannot be undone by the application', async () => {
        const { mandate } = await underWay()
        await ledger.revoke(mandate.id, mandate.customerId, later(3))
        for (const statement of ['delete from mandate_events', `update mandate_events set kind = 'confirmed'`]) {
          await expect(database.pool.query(statement)).rejects.toThrow('permission denied')
        }
      })
    })
  })
}
