import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresNegotiations } from '../../src/db/postgres-negotiations.ts'
import type { Negotiation, NegotiationLedger, RecordedMove, Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { notingQueue, openGate } from '../support/gate.ts'
import { LOAN } from '../support/proposals.ts'
import { later, NOW, seedThread } from '../support/seed.ts'

behavesLikeANegotiationLedger('on SQL', (pool) => postgresNegotiations(pool))

function behavesLikeANegotiationLedger(name: string, open: (pool: pg.Pool) => NegotiationLedger): void {
  describe(`a negotiation ledger ${name}`, () => {
    let database: TestDatabase
    let ledger: NegotiationLedger

    beforeAll(async () => {
      database = await openTestDatabase()
      ledger = open(database.pool)
    })

    afterAll(() => database.close())

    /** A task that negotiates with two counterparties, named in an order that is not the alphabet's. */
    async function begun(): Promise<{ task: Task; negotiations: readonly [Negotiation, Negotiation] }> {
      const { threadId, customerId } = await seedThread(database.pool)
      const { mandateId } = await openGate(database.pool, notingQueue()).mandate(customerId, threadId)
      await database.pool.query('delete from tasks where mandate_id = $1', [mandateId])
      const task: Task = {
        ...{ id: randomIds.next('task'), customerId, threadId, mandateId, need: 'refinance-loan', goal: 'cheaper' },
        ...{ status: 'negotiating', proposalId: null, createdAt: NOW.toISOString() },
      }
      const negotiation = (counterpartyId: string, subject: Negotiation['subject']): Negotiation => ({
        ...{
          id: randomIds.next('neg'),
          taskId: task.id,
          mandateId,
          customerId,
          counterpartyId,
          kind: 'instalment-loan',
        },
        ...{ subject, status: 'open', held: null, ending: null, startedAt: NOW.toISOString(), endedAt: null },
      })
      const negotiations = [
        negotiation('bank-b', { type: 'contract', id: 'k-1' }),
        negotiation('bank-a', null),
      ] as const
      await ledger.createTask(task, negotiations)
      return { task, negotiations }
    }

    function move(negotiationId: string, change: Partial<RecordedMove> = {}): RecordedMove {
      return {
        ...{ negotiationId, round: 0, side: 'ours', move: 'offer', terms: LOAN, text: 'Unser Angebot', offerId: null },
        ...{ validUntil: null, at: NOW.toISOString() },
        because: { rule: 'opening', text: { de: 'Eröffnung', en: 'opening' }, figures: { rate: '5.49' } },
        ...change,
      }
    }

    it('gives back a task and its negotiations as they were created', async () => {
      const { task, negotiations } = await begun()
      expect(await ledger.task(task.id)).toEqual(task)
      expect(await ledger.negotiation(negotiations[0].id)).toEqual(negotiations[0])
      expect(await ledger.negotiationsOf(task.id)).toEqual([negotiations[1], negotiations[0]])
      expect(await ledger.tasksOf(task.customerId)).toEqual([task])
      expect(await ledger.task('task-nowhere')).toBeNull()
      expect(await ledger.negotiation('neg-nowhere')).toBeNull()
    })

    it('carries a mandate out once', async () => {
      const { task } = await begun()
      await expect(ledger.createTask({ ...task, id: randomIds.next('task') }, [])).rejects.toThrow('unique')
    })

    it('creates no task without its negotiations', async () => {
      const { task, negotiations } = await begun()
      await database.pool.query('delete from tasks where id = $1', [task.id])
      const broken = { ...negotiations[0], customerId: 'c-nobody' }
      await expect(ledger.createTask(task, [negotiations[1], broken])).rejects.toThrow('foreign key')
      expect(await ledger.task(task.id)).toBeNull()
    })

    it('changes a task by halves and leaves the rest', async () => {
      const { task } = await begun()
      await ledger.setTask(task.id, { status: 'awaiting-approval' })
      await ledger.setTask(task.id, { proposalId: 'prop-1' })
      expect(await ledger.task(task.id)).toEqual({ ...task, status: 'awaiting-approval', proposalId: 'prop-1' })
      await ledger.setTask(task.id, { proposalId: null })
      expect((await ledger.task(task.id))?.proposalId).toBeNull()
    })

    it('gives the events of a task in order, from any point on', async () => {
      const { task } = await begun()
      for (const kind of ['first', 'second', 'third']) await ledger.addEvent(task.id, kind, { kind }, later(1))
      const events = await ledger.events(task.id)
      expect(events).toMatchObject([
        { taskId: task.id, kind: 'first', data: { kind: 'first' }, at: later(1).toISOString() },
        { kind: 'second' },
        { kind: 'third' },
      ])
      expect(await ledger.events(task.id, events[0]?.seq ?? 0)).toEqual(events.slice(1))
    })

    it('records each side once a round, and gives moves in the order they were spoken', async () => {
      const { negotiations } = await begun()
      const { id } = negotiations[0]
      const theirs = move(id, {
        ...{ side: 'theirs', offerId: 'o-1', validUntil: later(600).toISOString(), because: null, text: null },
      })
      const next = move(id, { round: 1, terms: null, move: 'walk-away' })
      expect(await ledger.addMove(theirs)).toBe(true)
      expect(await ledger.addMove(next)).toBe(true)
      expect(await ledger.addMove(move(id))).toBe(true)
      expect(await ledger.addMove(move(id, { text: 'changed my mind' }))).toBe(false)
      expect(await ledger.moves(id)).toEqual([move(id), theirs, next])
      expect(await ledger.moves(negotiations[1].id)).toEqual([])
      expect(await ledger.movesOfTask(negotiations[0].taskId)).toEqual([move(id), theirs, next])
      expect(await ledger.movesOfTask('another task')).toEqual([])
    })

    it('ends a negotiation once, however many try', async () => {
      const { negotiations } = await begun()
      const { id } = negotiations[0]
      const held = { offerId: 'o-1', terms: LOAN, validUntil: later(600).toISOString() }
      const ends = await Promise.all([
        ledger.end(id, { status: 'agreed', held, at: later(5) }),
        ledger.end(id, { status: 'agreed', held, at: later(5) }),
      ])
      expect(ends.toSorted()).toEqual([false, true])
      expect(await ledger.end(id, { status: 'failed', ending: 'too late', at: later(6) })).toBe(false)
      expect(await ledger.negotiation(id)).toEqual({
        ...negotiations[0],
        ...{ status: 'agreed', held, ending: null, endedAt: later(5).toISOString() },
      })
    })

    it('gives the held offers that are still valid', async () => {
      const { task, negotiations } = await begun()
      const held = (seconds: number) => ({ offerId: 'o', terms: LOAN, validUntil: later(seconds).toISOString() })
      await ledger.end(negotiations[0].id, { status: 'agreed', held: held(60), at: NOW })
      await ledger.end(negotiations[1].id, { status: 'agreed', held: held(600), at: NOW })
      const ids = async (now: Date) => (await ledger.held(task.id, now)).map((n) => n.id)
      expect(await ids(later(59))).toEqual([negotiations[1].id, negotiations[0].id])
      expect(await ids(later(60))).toEqual([negotiations[1].id])
      expect(await ids(later(600))).toEqual([])
    })
  })
}
