import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { COMMITTED_AT, startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../../support/gate.ts'
import { concludeAct, LOAN, noticeAct } from '../../support/proposals.ts'

let database: TestDatabase
let gate: Gate
let party: TestCounterparty
const queue = notingQueue()
const clock = movableClock()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue, clock)
  party = await startCounterparty()
  await gate.customer('c-anna')
})
afterAll(async () => {
  await party.close()
  await database.close()
})
beforeEach(() => {
  clock.set(NOW)
  party.manner = 'plain'
  party.cannotSay = false
  party.book.clear()
  party.received.length = 0
  party.asked.length = 0
  queue.queued.length = 0
})

async function approvedUnderMandate(acts = [concludeAct()] as Parameters<typeof proposalWith>[0]) {
  const threadId = await gate.thread('c-anna')
  const { mandateId, taskId } = await gate.mandate('c-anna', threadId)
  const opened = await proposalWith(acts, { mandateId, taskId, threadId })
  await gate.approve(opened)
  queue.queued.length = 0
  return { opened, mandateId, taskId }
}

function proposalWith(
  acts: (ReturnType<typeof concludeAct> | ReturnType<typeof noticeAct>)[],
  on: { mandateId: string; taskId: string; threadId: string },
) {
  return gate.open({ terms: { acts }, ...on })
}

const attemptsOf = async (id: string) => (await gate.executions.attempts(id)).map(({ act, kind }) => `${act} ${kind}`)

describe('an approved proposal', () => {
  it('is sent once, recorded, told to its task, and rings the waiting graph', async () => {
    const { opened, taskId } = await approvedUnderMandate()
    const job = executionOn(gate, party)
    await job.run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toEqual({
      kind: 'committed',
      commitments: [
        {
          proposalId: opened.id,
          act: 0,
          termsHash: opened.termsHash,
          counterpartyId: 'musterbank-nord',
          reference: 'V-1',
          committedAt: COMMITTED_AT,
          undo: {
            fromDay: '2026-11-22',
            lastDay: '2026-12-06',
            ruleId: 'eu.ccd2.withdrawal',
            source: expect.stringContaining('355'),
          },
        },
      ],
    })
    expect(await gate.taskStatus(taskId)).toBe('done')
    expect(queue.queued).toEqual([
      { name: 'wake-proposal', data: { proposalId: opened.id }, inTransaction: true },
      { name: 'conclude-task', data: { taskId }, inTransaction: true },
    ])
    await job.run(opened.id)
    expect(party.received).toHaveLength(1)
    expect(job.called).toEqual([])
  })

  it('does its acts in order, the next only after the confirmation of the one before', async () => {
    const { opened, taskId } = await approvedUnderMandate([concludeAct(), noticeAct()])
    await executionOn(gate, party).run(opened.id)
    expect(party.received.map((post) => post.key)).toEqual([`${opened.id}/0`, `${opened.id}/1`])
    expect(await gate.taskStatus(taskId)).toBe('done')
  })

  it('is not sent when nobody approved it, or when it was rejected', async () => {
    const open = await gate.open()
    await executionOn(gate, party).run(open.id)
    await gate.desk.decide({
      proposalId: open.id,
      person: 'r-1',
      role: 'reviewer',
      decision: 'reject',
      termsHash: open.termsHash,
      reason: null,
    })
    await executionOn(gate, party).run(open.id)
    expect(party.received).toEqual([])
    expect(await attemptsOf(open.id)).toEqual([])
  })

  it('is withheld under a mandate that was revoked or ran out since', async () => {
    const revoked = await approvedUnderMandate()
    await gate.revoke(revoked.mandateId)
    await executionOn(gate, party).run(revoked.opened.id)
    expect(await gate.ledger.executionOf(revoked.opened.id)).toMatchObject({ reason: 'mandate-revoked' })
    expect(await gate.taskStatus(revoked.taskId)).toBe('no-deal')
    const late = await approvedUnderMandate([concludeAct({ validUntil: '2027-06-01T00:00:00.000Z' })])
    clock.set('2026-12-22T10:00:00Z')
    await executionOn(gate, party).run(late.opened.id)
    expect(await gate.ledger.executionOf(late.opened.id)).toMatchObject({ reason: 'mandate-expired' })
    expect(party.received).toEqual([])
  })

  it('is withheld from the moment the offer expires', async () => {
    const { opened } = await approvedUnderMandate()
    clock.set(concludeAct().validUntil)
    await executionOn(gate, party).run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'withheld', reason: 'offer-expired' })
    expect(party.received).toEqual([])
  })

  it('is withheld when its terms lie outside the mandate after all', async () => {
    const { opened } = await approvedUnderMandate([concludeAct({ terms: { ...LOAN, termMonths: 37 } })])
    await executionOn(gate, party).run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'withheld', reason: 'mandate-exceeded' })
    expect(party.received).toEqual([])
  })

  it('is withheld when nobody connects us to the counterparty', async () => {
    const { opened } = await approvedUnderMandate([concludeAct({ counterpartyId: 'nobody' })])
    await executionOn(gate, party).run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ reason: 'counterparty-unknown' })
  })
})

describe('a refusal', () => {
  it('ends the execution with the reason, binding nothing', async () => {
    party.manner = 'refuse'
    const { opened, taskId } = await approvedUnderMandate()
    const job = executionOn(gate, party)
    await job.run(opened.id)
    await job.run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'refused', act: 0, reason: 'sold out' })
    expect(await gate.taskStatus(taskId)).toBe('no-deal')
    expect(party.received).toHaveLength(1)
    expect(job.called).toEqual([])
  })

  it('after an earlier act was confirmed stops there and calls a person', async () => {
    const { opened, taskId } = await approvedUnderMandate([concludeAct(), noticeAct()])
    const job = executionOn(gate, party, {
      faults: async (point) => {
        if (point === 'recorded') party.manner = 'refuse'
      },
    })
    await job.run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'refused', act: 1 })
    expect(await gate.taskStatus(taskId)).toBe('needs-human')
    expect(job.called).toMatchObject([{ reason: 'execution-unclear', customerId: 'c-anna' }])
    expect(job.called[0]?.summary).toContain('V-1')
  })
})

describe('a lost answer', () => {
  it('is asked for before anything is sent again', async () => {
    party.manner = 'lose-answer'
    const { opened } = await approvedUnderMandate()
    await executionOn(gate, party).run(opened.id)
    expect(party.asked).toEqual([`${opened.id}/0`])
    expect(party.received).toHaveLength(1)
    expect((await gate.ledger.executionOf(opened.id)).kind).toBe('committed')
  })

  it('is sent again, with the same key, only when it certainly never arrived', async () => {
    party.manner = 'drop'
    const { opened } = await approvedUnderMandate()
    const job = executionOn(gate, party)
    await job.run(opened.id)
    expect(await attemptsOf(opened.id)).toEqual(['0 started', '0 not-received'])
    expect(queue.queued).toEqual([
      { name: 'execute-commitment', data: { proposalId: opened.id }, inTransaction: false },
    ])
    party.manner = 'plain'
    await job.run(opened.id)
    expect(party.received.map((post) => post.key)).toEqual([`${opened.id}/0`, `${opened.id}/0`])
    expect((await gate.ledger.executionOf(opened.id)).kind).toBe('committed')
  })

  it('is given up after three sendings that certainly never arrived', async () => {
    party.manner = 'drop'
    const { opened } = await approvedUnderMandate()
    for (let run = 0; run < 5; run += 1) await executionOn(gate, party).run(opened.id)
    expect(party.received).toHaveLength(3)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ kind: 'withheld', reason: 'never-received' })
  })

  it('goes to a person when nobody can say, and claims nothing', async () => {
    party.manner = 'lose-answer'
    party.cannotSay = true
    const { opened, taskId } = await approvedUnderMandate()
    const job = executionOn(gate, party)
    await job.run(opened.id)
    expect(await gate.ledger.executionOf(opened.id)).toEqual({ kind: 'unknown', act: 0, commitments: [] })
    expect(await gate.taskStatus(taskId)).toBe('needs-human')
    expect(job.called).toMatchObject([{ reason: 'execution-unclear' }])
    await job.run(opened.id)
    expect(party.received).toHaveLength(1)
    party.cannotSay = false
    await job.run(opened.id)
    expect((await gate.ledger.executionOf(opened.id)).kind).toBe('committed')
    expect(await gate.taskStatus(taskId)).toBe('done')
    expect(party.received).toHaveLength(1)
  })
})

describe('what a crash left behind', () => {
  it('is found: approved, not executed, with no living lease', async () => {
    const { opened } = await approvedUnderMandate()
    expect(await gate.executions.unfinished(1000)).toContain(opened.id)
    await gate.executions.lease(opened.id, 'somebody', 60)
    expect(await gate.executions.unfinished(1000)).not.toContain(opened.id)
    await gate.executions.release(opened.id, 'somebody')
    await executionOn(gate, party).run(opened.id)
    expect(await gate.executions.unfinished(1000)).not.toContain(opened.id)
  })

  it('waits for a living lease and comes back when it has run out', async () => {
    const { opened } = await approvedUnderMandate()
    await gate.executions.lease(opened.id, 'somebody', 60)
    await executionOn(gate, party).run(opened.id)
    expect(party.received).toEqual([])
    expect(queue.queued.map((job) => job.name)).toEqual(['execute-commitment'])
    await gate.executions.lease(opened.id, 'somebody', -1)
    await executionOn(gate, party).run(opened.id)
    expect(party.received).toHaveLength(1)
  })
})
