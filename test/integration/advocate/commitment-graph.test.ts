import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PostgresCheckpointer } from '../../../src/db/checkpointer.ts'
import { postgresLeases } from '../../../src/db/postgres-leases.ts'
import { postgresThreads } from '../../../src/db/postgres-threads.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, movableClock, notingQueue, openGate } from '../../support/gate.ts'
import { waitingGraphOn } from '../../support/waiting-graph.ts'

let database: TestDatabase
let gate: Gate
let party: TestCounterparty
let waiting: ReturnType<typeof waitingOn>
const queue = notingQueue()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue, movableClock())
  party = await startCounterparty()
  waiting = waitingOn()
  await gate.customer('c-anna')
})
afterAll(async () => {
  await party.close()
  await database.close()
})
beforeEach(() => {
  party.manner = 'plain'
  party.cannotSay = false
  queue.queued.length = 0
})

function waitingOn() {
  return waitingGraphOn(gate, new PostgresCheckpointer(database.pool)).waiting
}

async function openOnThread(locale: 'de' | 'en' = 'de') {
  const threadId = await gate.thread('c-anna', locale)
  const opened = await gate.open({ threadId })
  const said = async () => (await postgresThreads(database.pool).messages(threadId)).map((message) => message.text)
  return { opened, said }
}

describe('the wait on a proposal', () => {
  it('says nothing before the decision, however often it is woken', async () => {
    const { opened, said } = await openOnThread()
    for (let ring = 0; ring < 3; ring += 1) await waiting.wake(opened.id)
    await gate.desk.decide({
      proposalId: opened.id,
      person: 'r-1',
      role: 'reviewer',
      decision: 'approve',
      termsHash: opened.termsHash,
      reason: null,
    })
    await waiting.wake(opened.id)
    expect(await said()).toEqual([])
  })

  it('reports what was carried out, once', async () => {
    const { opened, said } = await openOnThread()
    await waiting.wake(opened.id)
    await gate.approve(opened)
    await waiting.wake(opened.id)
    expect(await said()).toEqual([])
    await executionOn(gate, party).run(opened.id)
    await waiting.wake(opened.id)
    await waiting.wake(opened.id)
    expect(await said()).toHaveLength(1)
    expect((await said())[0]).toContain('Musterbank Nord hat den Abschluss am 22. November 2026 bestätigt')
  })

  it('reports a rejection in the language of the thread', async () => {
    const { opened, said } = await openOnThread('en')
    await waiting.wake(opened.id)
    await gate.desk.void(opened.id, 'changed my mind')
    await waiting.wake(opened.id)
    expect((await said())[0]).toContain('This proposal no longer stands')
  })

  it('reports also when it is woken for the first time after the end', async () => {
    const { opened, said } = await openOnThread()
    await gate.desk.void(opened.id, 'changed my mind')
    await waiting.wake(opened.id)
    expect(await said()).toHaveLength(1)
  })

  it('says that nobody knows, and later what became known', async () => {
    const { opened, said } = await openOnThread('en')
    await waiting.wake(opened.id)
    await gate.approve(opened)
    party.manner = 'lose-answer'
    party.cannotSay = true
    await executionOn(gate, party).run(opened.id)
    await waiting.wake(opened.id)
    await waiting.wake(opened.id)
    expect(await said()).toHaveLength(1)
    expect((await said())[0]).toContain('I do not know yet')
    party.cannotSay = false
    await executionOn(gate, party).run(opened.id)
    await waiting.wake(opened.id)
    expect(await said()).toHaveLength(2)
    expect((await said())[1]).toContain('confirmed the deal')
  })

  it('loses no ring when many come at once', async () => {
    const { opened, said } = await openOnThread()
    await waiting.wake(opened.id)
    await gate.desk.void(opened.id, 'changed my mind')
    queue.queued.length = 0
    await Promise.all([waiting.wake(opened.id), waiting.wake(opened.id), waiting.wake(opened.id)])
    expect(await said()).toHaveLength(1)
    for (const { name } of queue.queued) expect(name).toBe('wake-proposal') // those that came second come back
  })

  it('comes back when another process is running it', async () => {
    const { opened } = await openOnThread()
    const leases = postgresLeases(database.pool)
    await leases.take(`proposal:${opened.id}`, 'other', 30)
    queue.queued.length = 0
    await waiting.wake(opened.id)
    expect(queue.queued).toEqual([{ name: 'wake-proposal', data: { proposalId: opened.id }, inTransaction: false }])
  })

  it('posts nothing when the conversation was erased', async () => {
    const { opened } = await openOnThread()
    await database.pool.query('delete from threads where id = $1', [opened.threadId])
    await gate.desk.void(opened.id, 'erased')
    await expect(waiting.wake(opened.id)).resolves.toBeUndefined()
  })
})
