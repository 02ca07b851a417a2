import { emptyCheckpoint } from '@langchain/langgraph-checkpoint'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ThreadStore } from '../../agents/thread-store.ts'
import { PostgresCheckpointer } from '../../src/db/checkpointer.ts'
import { postgresHandoffs } from '../../src/db/postgres-handoffs.ts'
import { postgresThreads } from '../../src/db/postgres-threads.ts'
import { fixedClock } from '../../tools/shared/clock.ts'
import { countingIds, randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { later, NOW, seedCustomer, seedThread as seedOwnedThread } from '../support/seed.ts'

behavesLikeAThreadStore('on SQL', (pool) => postgresThreads(pool))

function behavesLikeAThreadStore(name: string, open: (pool: pg.Pool) => ThreadStore): void {
  describe(`a thread store ${name}`, () => {
    let database: TestDatabase
    let store: ThreadStore

    beforeAll(async () => {
      database = await openTestDatabase()
      store = open(database.pool)
    })

    afterAll(() => database.close())

    const owners = new Map<string, string>()
    async function seedThread(pool: pg.Pool) {
      const seeded = await seedOwnedThread(pool)
      owners.set(seeded.threadId, seeded.customerId)
      return seeded
    }

    const message = (threadId: string, change: Partial<Parameters<ThreadStore['receive']>[0]> = {}) => ({
      ...{ id: randomIds.next('msg'), threadId, text: 'Was schulde ich noch?', locale: 'de' as const, at: NOW },
      ...{ customerId: owners.get(threadId) ?? 'c-nobody', holder: randomIds.next('run'), leaseSeconds: 60 },
      ...change,
    })

    const answer = (
      threadId: string,
      inReplyTo: string,
      change: Partial<Parameters<ThreadStore['reply']>[0]> = {},
    ) => ({
      ...{ id: randomIds.next('msg'), threadId, inReplyTo, text: 'Nichts.', locale: 'de' as const, at: later(1) },
      ...{ facts: [], focus: {} },
      ...change,
    })

    async function callPerson(threadId: string, customerId: string, accepted: 'waiting' | 'accepted') {
      const desk = postgresHandoffs({
        ...{ pool: database.pool, clock: fixedClock(NOW.toISOString()), ids: randomIds },
        promise: { minutesOnDuty: 5, hoursOffDuty: 24 },
      })
      const { handoff } = await desk.request({ threadId, customerId, reason: 'asked', summary: 'asks for a person' })
      if (accepted === 'accepted') await desk.accept(handoff.id, 'dora')
      return { giveBack: () => desk.giveBack(handoff.id, 'dora') }
    }

    describe('threads', () => {
      it('creates a thread once and finds it again', async () => {
        const customerId = await seedCustomer(database.pool)
        const created = await store.create({ id: `t-${customerId}`, customerId, locale: 'en', at: NOW })
        expect(created).toEqual({ id: `t-${customerId}`, customerId, locale: 'en', createdAt: NOW.toISOString() })
        const repeated = await store.create({ id: `t-${customerId}`, customerId, locale: 'de', at: later(9) })
        expect(repeated).toEqual(created)
        expect(await store.get(`t-${customerId}`)).toEqual(created)
        expect(await store.get('t-nowhere')).toBeNull()
      })

      it('never hands a thread to another customer', async () => {
        const { threadId } = await seedThread(database.pool)
        const stranger = await seedCustomer(database.pool)
        await expect(store.create({ id: threadId, customerId: stranger, locale: 'de', at: NOW })).rejects.toMatchObject(
          {
            code: 'CONFLICT',
          },
        )
      })

      it("lists one customer's threads, newest first", async () => {
        const customerId = await seedCustomer(database.pool)
        await store.create({ id: `old-${customerId}`, customerId, locale: 'de', at: NOW })
        await store.create({ id: `new-${customerId}`, customerId, locale: 'de', at: later(5) })
        expect((await store.listFor(customerId)).map((t) => t.id)).toEqual([`new-${customerId}`, `old-${customerId}`])
      })
    })

    describe('receiving', () => {
      it('stores the message and lets the first caller run', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        expect(await store.receive(sent)).toEqual({
          kind: 'stored',
          leased: true,
          withPerson: false,
          history: { locale: 'de', messages: [] },
          message: {
            ...{ id: sent.id, threadId, seq: expect.any(Number), role: 'customer', text: sent.text, locale: 'de' },
            ...{ facts: [], focus: {}, inReplyTo: null, at: NOW.toISOString() },
          },
        })
      })

      it('queues a second message behind the first', async () => {
        const { threadId } = await seedThread(database.pool)
        const first = message(threadId)
        await store.receive(first)
        expect(await store.receive(message(threadId))).toMatchObject({ kind: 'stored', leased: false })
        expect((await store.nextUnanswered(threadId))?.id).toBe(first.id)
      })

      it('does not let a second run in under the holder of the first', async () => {
        const { threadId } = await seedThread(database.pool)
        const first = message(threadId)
        await store.receive(first)
        expect(await store.receive(message(threadId, { holder: first.holder }))).toMatchObject({ leased: false })
      })

      it('answers a repeated id with what was stored, and with its reply once there is one', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        expect(await store.receive({ ...sent, holder: 'another' })).toMatchObject({
          kind: 'repeated',
          message: { id: sent.id },
          reply: null,
        })
        const fact = {
          ref: 'debt.d-1.open',
          value: { kind: 'money', amount: '95.95', currency: 'EUR' },
          meaning: { de: 'offen', en: 'open' },
          source: { type: 'debt', id: 'd-1' },
        } as const
        const reply = answer(threadId, sent.id, { facts: [fact], focus: { debtId: 'd-1' } })
        await store.reply(reply)
        const again = await store.receive(sent)
        const [, stored] = await store.messages(threadId)
        expect(again).toEqual({ kind: 'repeated', message: expect.objectContaining({ id: sent.id }), reply: stored })
        expect(stored).toMatchObject({ id: reply.id, facts: [fact], focus: { debtId: 'd-1' }, inReplyTo: sent.id })
      })

      it.each([{ text: 'another text' }, { threadId: 'another thread' }])(
        'refuses an id used for %o',
        async (change) => {
          const { threadId } = await seedThread(database.pool)
          const other = await seedThread(database.pool)
          const sent = message(threadId)
          await store.receive(sent)
          const reused = { ...sent, ...change, ...('threadId' in change ? other : {}) }
          await expect(store.receive(reused)).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
        },
      )

      it('refuses a message to a thread that is not there', async () => {
        await expect(store.receive(message('t-nowhere'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
      })

      it("refuses a message to another customer's thread, also one that repeats what was said there", async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        const stranger = { customerId: await seedCustomer(database.pool) }
        await expect(store.receive(message(threadId, stranger))).rejects.toMatchObject({ code: 'NOT_FOUND' })
        await expect(store.receive({ ...sent, ...stranger })).rejects.toMatchObject({ code: 'NOT_FOUND' })
        expect(await store.messages(threadId)).toHaveLength(1)
      })

      it("takes the thread's own language where the words do not tell", async () => {
        const { threadId } = await seedThread(database.pool)
        expect(await store.receive(message(threadId, { locale: null }))).toMatchObject({ message: { locale: 'de' } })
      })

      it('gives whoever may run what was said before, an answer behind its question', async () => {
        const { threadId } = await seedThread(database.pool)
        const first = message(threadId)
        await store.receive(first)
        await store.reply(answer(threadId, first.id, { release: first.holder, focus: { debtId: 'd-1' } }))
        const before = await store.messages(threadId)
        expect(await store.receive(message(threadId))).toMatchObject({
          leased: true,
          history: { locale: 'de', messages: before },
        })
      })

      it('gives no history while somebody is at the thread, or where a run broke off', async () => {
        const busy = await seedThread(database.pool)
        await store.receive(message(busy.threadId))
        expect(await store.receive(message(busy.threadId))).toMatchObject({ leased: false, history: null })
        const stranded = await seedThread(database.pool)
        await store.receive(message(stranded.threadId, { leaseSeconds: 0 }))
        expect(await store.receive(message(stranded.threadId))).toMatchObject({ leased: true, history: null })
      })

      it('stores one of many twins sent at once and lets one caller run', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        const all = await Promise.all(
          Array.from({ length: 8 }, (_, i) => store.receive({ ...sent, holder: `run-${i}-${sent.id}` })),
        )
        expect(all.filter((one) => one.kind === 'stored')).toHaveLength(1)
        expect(all.filter((one) => one.kind === 'stored' && one.leased)).toHaveLength(1)
        expect(await store.messages(threadId)).toHaveLength(1)
      })

      it('lets one of many different messages sent at once run', async () => {
        const { threadId } = await seedThread(database.pool)
        const all = await Promise.all(Array.from({ length: 8 }, () => store.receive(message(threadId))))
        expect(all.filter((one) => one.kind === 'stored' && one.leased)).toHaveLength(1)
        expect(await store.messages(threadId)).toHaveLength(8)
      })

      it('passes a message to the person who has the thread, with no run and no answer to come', async () => {
        const { threadId, customerId } = await seedThread(database.pool)
        const { giveBack } = await callPerson(threadId, customerId, 'accepted')
        expect(await store.receive(message(threadId))).toMatchObject({ leased: false, withPerson: true })
        expect(await store.nextUnanswered(threadId)).toBeNull()
        await giveBack()
        expect(await store.nextUnanswered(threadId)).toBeNull()
        expect(await store.receive(message(threadId))).toMatchObject({ leased: true, withPerson: false })
      })
    })

    describe('answering', () => {
      it('answers a message once', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        const outcomes = await Promise.all([
          store.reply(answer(threadId, sent.id, { text: 'eins' })),
          store.reply(answer(threadId, sent.id, { text: 'zwei' })),
        ])
        expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['answered', 'sent'])
        expect(await store.messages(threadId)).toHaveLength(2)
      })

      it('tells what it stored and whether the lease was let go', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        const told = await store.reply(answer(threadId, sent.id, { release: sent.holder, focus: { debtId: 'd-1' } }))
        expect(told).toEqual({ outcome: 'sent', released: true, message: (await store.messages(threadId)).at(-1) })
        expect(await store.reply(answer(threadId, sent.id))).toEqual({
          ...{ outcome: 'answered', released: false, message: null },
        })
      })

      it("stores the run's checkpoint with the reply, for LangGraph to read", async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        const checkpoint = {
          ...{ threadId: `turn:${threadId}`, ns: '', id: '1ef4f797-8335-6428-8001-8a1503f9b875', parentId: null },
          checkpoint: JSON.stringify({ ...emptyCheckpoint(), id: '1ef4f797-8335-6428-8001-8a1503f9b875' }),
          metadata: JSON.stringify({ source: 'loop', step: 2, parents: {} }),
        }
        await store.reply(answer(threadId, sent.id, { checkpoint }))
        const saver = new PostgresCheckpointer(database.pool)
        const config = { configurable: { thread_id: `turn:${threadId}` } }
        expect(await saver.getTuple(config)).toMatchObject({ checkpoint: { id: checkpoint.id }, metadata: { step: 2 } })
      })

      it.each(['waiting', 'accepted'] as const)('is silent while a hand-off is %s', async (status) => {
        const { threadId, customerId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        const { giveBack } = await callPerson(threadId, customerId, status)
        expect(await store.reply(answer(threadId, sent.id))).toMatchObject({ outcome: 'silenced' })
        expect(await store.messages(threadId)).toHaveLength(1)
        expect(await store.nextUnanswered(threadId)).toBeNull()
        if (status === 'accepted') {
          await giveBack()
          expect(await store.nextUnanswered(threadId)).toBeNull()
        }
      })

      it('lets code speak about the hand-off while a person is called, and not once one is there', async () => {
        const waiting = await seedThread(database.pool)
        const first = message(waiting.threadId)
        await store.receive(first)
        await callPerson(waiting.threadId, waiting.customerId, 'waiting')
        const about = { evenIfHandedOff: true }
        expect(await store.reply(answer(waiting.threadId, first.id, about))).toMatchObject({ outcome: 'sent' })

        const accepted = await seedThread(database.pool)
        const second = message(accepted.threadId)
        await store.receive(second)
        await callPerson(accepted.threadId, accepted.customerId, 'accepted')
        expect(await store.reply(answer(accepted.threadId, second.id, about))).toMatchObject({ outcome: 'silenced' })
      })

      it('releases the lease of its holder, so that the next message runs at once', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        await store.reply(answer(threadId, sent.id, { release: sent.holder }))
        expect(await store.lease(threadId, 'another', 60)).toBe(true)
      })

      it.each(['somebody-else', undefined])('keeps the lease when %o is named', async (release) => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        await store.reply(answer(threadId, sent.id, release === undefined ? {} : { release }))
        expect(await store.lease(threadId, 'another', 60)).toBe(false)
      })

      it('keeps the lease while another message waits', async () => {
        const { threadId } = await seedThread(database.pool)
        const first = message(threadId)
        const second = message(threadId)
        await store.receive(first)
        await store.receive(second)
        await store.reply(answer(threadId, first.id, { release: first.holder }))
        expect((await store.nextUnanswered(threadId))?.id).toBe(second.id)
        expect(await store.lease(threadId, 'another', 60)).toBe(false)
        await store.reply(answer(threadId, second.id, { release: first.holder }))
        expect(await store.nextUnanswered(threadId)).toBeNull()
        expect(await store.lease(threadId, 'another', 60)).toBe(true)
      })
    })

    describe('leases', () => {
      it('gives a lease to one holder, who may keep it longer', async () => {
        const { threadId } = await seedThread(database.pool)
        expect(await store.lease(threadId, 'a', 60)).toBe(true)
        expect(await store.lease(threadId, 'b', 60)).toBe(false)
        expect(await store.lease(threadId, 'a', 60)).toBe(true)
        await store.release(threadId, 'b')
        expect(await store.lease(threadId, 'b', 60)).toBe(false)
        await store.release(threadId, 'a')
        expect(await store.lease(threadId, 'b', 60)).toBe(true)
      })

      it('takes a lease over that ran out', async () => {
        const { threadId } = await seedThread(database.pool)
        await store.lease(threadId, 'dead', 0)
        expect(await store.lease(threadId, 'b', 60)).toBe(true)
        const late = await seedThread(database.pool)
        await store.lease(late.threadId, 'dead', 0)
        expect(await store.receive(message(late.threadId))).toMatchObject({ leased: true })
      })
    })

    describe('what a crash leaves', () => {
      it('finds a thread whose run died, and not one that runs or is answered', async () => {
        const dead = await seedThread(database.pool)
        await store.receive(message(dead.threadId, { leaseSeconds: 0 }))
        const running = await seedThread(database.pool)
        await store.receive(message(running.threadId))
        const answered = await seedThread(database.pool)
        const sent = message(answered.threadId)
        await store.receive(sent)
        await store.reply(answer(answered.threadId, sent.id, { release: sent.holder }))

        const stranded = await store.stranded(1000)
        expect(stranded).toContain(dead.threadId)
        expect(stranded).not.toContain(running.threadId)
        expect(stranded).not.toContain(answered.threadId)
      })

      it('finds a thread that was released with a message unanswered, until it is answered', async () => {
        const { threadId } = await seedThread(database.pool)
        const sent = message(threadId)
        await store.receive(sent)
        await store.release(threadId, sent.holder)
        expect(await store.stranded(1000)).toContain(threadId)

        await store.lease(threadId, 'rescuer', 60)
        await store.reply(answer(threadId, sent.id, { release: 'rescuer' }))
        expect(await store.stranded(1000)).not.toContain(threadId)
      })

      it('forgets a dead lease once its rescuer finds nothing to do', async () => {
        const { threadId } = await seedThread(database.pool)
        await store.lease(threadId, 'dead', 0)
        expect(await store.stranded(1000)).toContain(threadId)
        await store.lease(threadId, 'rescuer', 60)
        await store.release(threadId, 'rescuer')
        expect(await store.stranded(1000)).not.toContain(threadId)
      })

      it('leaves no message waiting without a lease when arrivals and releases race', async () => {
        const { threadId } = await seedThread(database.pool)
        await Promise.all(
          Array.from({ length: 40 }, async () => {
            const sent = message(threadId)
            const received = await store.receive(sent)
            if (received.kind !== 'stored' || !received.leased) return
            for (let next = await store.nextUnanswered(threadId); next !== null; ) {
              await store.reply(answer(threadId, next.id, { release: sent.holder }))
              next = (await store.lease(threadId, sent.holder, 60)) ? await store.nextUnanswered(threadId) : null
            }
            await store.release(threadId, sent.holder)
          }),
        )
        const waiting = await store.nextUnanswered(threadId)
        if (waiting !== null) expect(await store.stranded(1000)).toContain(threadId)
        else expect(await store.messages(threadId)).toHaveLength(80)
      })
    })

    describe('posting and reading', () => {
      it('adds what nobody asked for once', async () => {
        const { threadId } = await seedThread(database.pool)
        const outcome = {
          ...{ threadId, role: 'assistant' as const, text: 'Erledigt.', locale: 'de' as const, facts: [], focus: {} },
          ...{ at: NOW, dedupeKey: `outcome:${threadId}` },
        }
        expect(await store.post({ ...outcome, id: randomIds.next('msg') })).toBe('sent')
        expect(await store.post({ ...outcome, id: randomIds.next('msg') })).toBe('repeated')
        expect(await store.messages(threadId)).toMatchObject([{ text: 'Erledigt.', inReplyTo: null }])
      })

      it('pages messages, newest last', async () => {
        const { threadId } = await seedThread(database.pool)
        const ids = countingIds()
        for (let i = 0; i < 5; i += 1) await store.receive(message(threadId, { id: `${threadId}-${ids.next('m')}` }))
        const all = await store.messages(threadId)
        expect(all.map((m) => m.id.slice(-3))).toEqual(['m_1', 'm_2', 'm_3', 'm_4', 'm_5'])
        expect(await store.messages(threadId, { last: 2 })).toEqual(all.slice(3))
        expect(await store.messages(threadId, { afterSeq: all[2]?.seq ?? 0 })).toEqual(all.slice(3))
      })
    })
  })
}
