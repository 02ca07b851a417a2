import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HandoffDesk } from '../../agents/handoff-desk.ts'
import { postgresHandoffs } from '../../src/db/postgres-handoffs.ts'
import type { DeskFloor } from '../../src/http/ports/desk-floor.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { movableClock } from '../support/gate.ts'
import { seedThread } from '../support/seed.ts'

behavesLikeAHandoffDesk('on SQL', (pool, clock) =>
  postgresHandoffs({ pool, clock, ids: randomIds, promise: { minutesOnDuty: 5, hoursOffDuty: 24 } }),
)

function behavesLikeAHandoffDesk(name: string, open: (pool: pg.Pool, clock: Clock) => HandoffDesk & DeskFloor): void {
  describe(`a hand-off desk ${name}`, () => {
    let database: TestDatabase
    let desk: HandoffDesk & DeskFloor
    const clock = movableClock('2026-11-22T10:00:00.000Z')

    beforeAll(async () => {
      database = await openTestDatabase()
      desk = open(database.pool, clock)
    })

    beforeEach(async () => {
      clock.set('2026-11-22T10:00:00.000Z')
      await database.pool.query('delete from duty')
    })

    afterAll(() => database.close())

    async function requested() {
      const thread = await seedThread(database.pool)
      const request = { ...thread, reason: 'asked' as const, summary: 'Anna asks for a person.' }
      return { ...thread, request, ...(await desk.request(request)) }
    }

    describe('calling a person', () => {
      it('promises a quick answer while somebody is on call', async () => {
        await desk.setDuty('dora', true)
        const { handoff, onDuty, created, threadId, customerId } = await requested()
        expect({ onDuty, created }).toEqual({ onDuty: true, created: true })
        expect(handoff).toEqual({
          ...{ id: expect.any(String), threadId, customerId, reason: 'asked', summary: 'Anna asks for a person.' },
          ...{ status: 'waiting', dutyAgent: null, promisedBy: '2026-11-22T10:05:00.000Z' },
          ...{ requestedAt: '2026-11-22T10:00:00.000Z', acceptedAt: null, endedAt: null },
        })
      })

      it('promises a day when nobody is', async () => {
        await desk.setDuty('dora', true)
        await desk.setDuty('dora', false)
        const { handoff, onDuty } = await requested()
        expect(onDuty).toBe(false)
        expect(handoff.promisedBy).toBe('2026-11-23T10:00:00.000Z')
      })

      it('calls one person however often it is asked, also at once', async () => {
        const { handoff, request, threadId } = await requested()
        const again = await Promise.all([desk.request(request), desk.request(request), desk.request(request)])
        expect(again.map((one) => [one.handoff.id, one.created])).toEqual(again.map(() => [handoff.id, false]))
        expect(await desk.list({ threadId })).toHaveLength(1)
        const fresh = await seedThread(database.pool)
        const twins = await Promise.all([1, 2, 3].map(() => desk.request({ ...request, ...fresh })))
        expect(twins.filter((one) => one.created)).toHaveLength(1)
      })

      it('opens a new one after the last has ended', async () => {
        const { handoff, request, threadId } = await requested()
        await desk.accept(handoff.id, 'dora')
        await desk.giveBack(handoff.id, 'dora')
        expect(await desk.openOf(threadId)).toBeNull()
        const next = await desk.request(request)
        expect(next.created).toBe(true)
        expect((await desk.openOf(threadId))?.id).toBe(next.handoff.id)
      })
    })

    describe('taking over and giving back', () => {
      it('gives a hand-off to one of several who accept at once', async () => {
        const { handoff } = await requested()
        const people = ['dora', 'emil', 'frida']
        const results = await Promise.allSettled(people.map((person) => desk.accept(handoff.id, person)))
        const winners = people.filter((_, i) => results[i]?.status === 'fulfilled')
        expect(winners).toHaveLength(1)
        expect(await desk.get(handoff.id)).toMatchObject({ status: 'accepted', dutyAgent: winners[0] })
        for (const result of results) {
          if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' })
        }
      })

      it('takes a repeated step as done', async () => {
        const { handoff } = await requested()
        const accepted = await desk.accept(handoff.id, 'dora')
        clock.set('2026-11-22T11:00:00.000Z')
        expect(await desk.accept(handoff.id, 'dora')).toEqual(accepted)
        const returned = await desk.giveBack(handoff.id, 'dora')
        expect(returned).toMatchObject({ status: 'returned', endedAt: '2026-11-22T11:00:00.000Z' })
        clock.set('2026-11-22T12:00:00.000Z')
        expect(await desk.giveBack(handoff.id, 'dora')).toEqual(returned)
      })

      it.each(['giveBack', 'close'] as const)('lets nobody else %s', async (verb) => {
        const { handoff, threadId } = await requested()
        await desk.accept(handoff.id, 'dora')
        await expect(desk[verb](handoff.id, 'emil')).rejects.toMatchObject({ code: 'CONFLICT' })
        expect((await desk.openOf(threadId))?.status).toBe('accepted')
      })

      it('closes one that nobody accepted, but gives none back', async () => {
        const { handoff } = await requested()
        await expect(desk.giveBack(handoff.id, 'dora')).rejects.toMatchObject({ code: 'CONFLICT' })
        expect(await desk.close(handoff.id, 'dora')).toMatchObject({
          status: 'closed',
          dutyAgent: 'dora',
          acceptedAt: null,
        })
        await expect(desk.accept(handoff.id, 'dora')).rejects.toMatchObject({ code: 'CONFLICT' })
      })

      it('does not know a hand-off that is not there', async () => {
        expect(await desk.get('h-nowhere')).toBeNull()
        await expect(desk.accept('h-nowhere', 'dora')).rejects.toMatchObject({ code: 'NOT_FOUND' })
      })

      it('notes every step in the audit trail', async () => {
        const { handoff } = await requested()
        await desk.accept(handoff.id, 'dora')
        await desk.accept(handoff.id, 'dora')
        await desk.close(handoff.id, 'dora')
        const { rows } = await database.pool.query(
          'select actor, action from audit_entries where subject = $1 order by seq',
          [handoff.id],
        )
        expect(rows).toEqual([
          { actor: 'parley', action: 'handoff.requested' },
          { actor: 'dora', action: 'handoff.accepted' },
          { actor: 'dora', action: 'handoff.closed' },
        ])
      })
    })

    describe('speaking', () => {
      it("adds the person's words once", async () => {
        const { handoff, threadId } = await requested()
        await desk.accept(handoff.id, 'dora')
        const words = { handoffId: handoff.id, dutyAgent: 'dora', messageId: randomIds.next('msg'), text: 'Guten Tag.' }
        const said = await desk.say(words)
        expect(said).toMatchObject({ threadId, role: 'duty-agent', text: 'Guten Tag.', locale: 'de', facts: [] })
        expect(await desk.say(words)).toEqual(said)
        await expect(desk.say({ ...words, text: 'Etwas anderes.' })).rejects.toMatchObject({ code: 'CONFLICT' })
      })

      it('lets nobody speak who does not have the conversation', async () => {
        const { handoff } = await requested()
        const words = (dutyAgent: string) => ({
          handoffId: handoff.id,
          dutyAgent,
          messageId: randomIds.next('msg'),
          text: 'Hallo',
        })
        await expect(desk.say(words('dora'))).rejects.toMatchObject({ code: 'CONFLICT' })
        await desk.accept(handoff.id, 'dora')
        await expect(desk.say(words('emil'))).rejects.toMatchObject({ code: 'CONFLICT' })
        await desk.giveBack(handoff.id, 'dora')
        await expect(desk.say(words('dora'))).rejects.toMatchObject({ code: 'CONFLICT' })
        await expect(desk.say({ ...words('dora'), handoffId: 'h-nowhere' })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        })
      })
    })

    it('lists by status, customer and thread, oldest first', async () => {
      const first = await requested()
      clock.set('2026-11-22T10:01:00.000Z')
      const second = await requested()
      await desk.accept(second.handoff.id, 'dora')
      const waiting = await desk.list({ statuses: ['waiting'] })
      expect(waiting.map((h) => h.id)).toContain(first.handoff.id)
      expect(waiting.map((h) => h.id)).not.toContain(second.handoff.id)
      expect((await desk.list({ customerId: second.customerId })).map((h) => h.id)).toEqual([second.handoff.id])
      const both = (await desk.list({ statuses: ['waiting', 'accepted'] })).map((h) => h.id)
      expect(both.indexOf(first.handoff.id)).toBeLessThan(both.indexOf(second.handoff.id))
    })

    it('knows who is on call and since when', async () => {
      expect(await desk.duty('dora')).toEqual({ person: 'dora', onDuty: false, changedAt: null })
      const on = { person: 'dora', onDuty: true, changedAt: '2026-11-22T10:00:00.000Z' }
      expect(await desk.setDuty('dora', true)).toEqual(on)
      clock.set('2026-11-22T10:30:00.000Z')
      expect(await desk.setDuty('dora', true)).toEqual(on)
      expect(await desk.setDuty('dora', false)).toEqual({ ...on, onDuty: false, changedAt: '2026-11-22T10:30:00.000Z' })
      expect(await desk.duty('dora')).toMatchObject({ onDuty: false })
    })
  })
}
