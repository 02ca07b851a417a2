import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postgresMandates } from '../../../src/db/postgres-mandates.ts'
import type { Vote } from '../../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../../support/gate.ts'
import { concludeAct, LOAN } from '../../support/proposals.ts'

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
  queue.queued.length = 0
  party.received.length = 0
  party.book.clear()
})

const two = { required: { reviewers: 2, customer: false, policyVersion: 'v' } }

function vote(on: Proposal, change: Partial<Vote> = {}): Vote {
  const { id: proposalId, termsHash: hash } = on
  return { proposalId, person: 'r-1', role: 'reviewer', decision: 'approve', termsHash: hash, reason: null, ...change }
}
const asCustomer = { person: 'c-anna', role: 'customer' } as const

async function notExecuted(opened: Proposal): Promise<void> {
  await executionOn(gate, party).run(opened.id)
  expect(party.received).toEqual([])
  expect(await gate.executions.commitments(opened.id)).toEqual([])
}

describe('votes that must not count', () => {
  it('refuses the proposer, in either role and also as a second voter', async () => {
    const opened = await gate.open({ proposer: 'r-1', ...two })
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
    await gate.desk.decide(vote(opened, { person: 'r-2' }))
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
    await notExecuted(opened)
  })

  it('counts one person once, however often and however fast they vote', async () => {
    const opened = await gate.open(two)
    const votes = await Promise.allSettled([1, 2, 3, 4].map(() => gate.desk.decide(vote(opened))))
    expect(votes.every((v) => v.status === 'fulfilled' && v.value.outcome === 'open')).toBe(true)
    expect(await gate.ledger.decisions(opened.id)).toHaveLength(1)
    await notExecuted(opened)
  })

  it('does not let one person be reviewer and customer', async () => {
    const opened = await gate.open()
    await gate.desk.decide(vote(opened, asCustomer))
    await expect(gate.desk.decide(vote(opened, { person: 'c-anna' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await notExecuted(opened)
  })

  it('refuses other terms under the id that is up for approval', async () => {
    const opened = await gate.open()
    const sweetened = termsHash({ acts: [concludeAct({ terms: { ...LOAN, termMonths: 60 } })] })
    const other = gate.desk.decide(vote(opened, { termsHash: sweetened }))
    await expect(other).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    await notExecuted(opened)
  })

  it('refuses a vote from the moment of expiry on, and a sweep in between closes for good', async () => {
    const opened = await gate.open()
    clock.set(opened.expiresAt)
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'APPROVAL_EXPIRED' })
    await gate.desk.expire(clock.now())
    clock.set(NOW) // not even a clock that is set back opens it again
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'APPROVAL_CLOSED' })
    await notExecuted(opened)
  })
})

describe('votes at the same moment', () => {
  it.each([
    ['reviewer first', ['reviewer', 'customer']],
    ['customer first', ['customer', 'reviewer']],
  ] as const)('decide once, %s', async (_, order) => {
    for (let round = 0; round < 8; round += 1) {
      const opened = await gate.open()
      queue.queued.length = 0
      const votes = order.map((role) => gate.desk.decide(vote(opened, role === 'customer' ? asCustomer : {})))
      const outcomes = (await Promise.all(votes)).map((v) => v.outcome)
      expect(outcomes.toSorted()).toEqual(['approved', 'open'])
      expect(queue.queued.map((job) => job.name)).toEqual(['execute-commitment'])
    }
  })

  it.each([
    ['approval first', ['approve', 'reject']],
    ['rejection first', ['reject', 'approve']],
  ] as const)('approve and reject: one of them closes it, %s', async (_, order) => {
    for (let round = 0; round < 8; round += 1) {
      const opened = await gate.open({ required: { reviewers: 1, customer: false, policyVersion: 'v' } })
      queue.queued.length = 0
      const votes = order.map((decision) => gate.desk.decide(vote(opened, { person: `r-${decision}`, decision })))
      const settled = await Promise.allSettled(votes)
      expect(settled.filter((v) => v.status === 'fulfilled')).toHaveLength(1)
      const refused = settled.find((v) => v.status === 'rejected')
      expect(refused?.status === 'rejected' && refused.reason).toMatchObject({ code: 'APPROVAL_CLOSED' })
      expect(queue.queued).toHaveLength(1)
    }
  })

  it('the last vote and the revocation of the mandate: nothing is sent under a revoked mandate', async () => {
    const mandates = postgresMandates(database.pool, queue)
    for (let round = 0; round < 8; round += 1) {
      const { mandateId, taskId } = await gate.mandate('c-anna')
      const opened = await gate.open({ mandateId, taskId })
      await gate.desk.decide(vote(opened))
      const last = gate.desk.decide(vote(opened, asCustomer))
      const revocation = mandates.revoke(mandateId, 'c-anna', clock.now())
      const [voted, revoked] = await Promise.allSettled(round % 2 === 0 ? [last, revocation] : [revocation, last])
      expect([voted, revoked].some((v) => v?.status === 'fulfilled')).toBe(true)
      await notExecuted(opened)
    }
  })
})

describe('approvals that no longer hold', () => {
  it('sends nothing when the mandate was revoked after the approval', async () => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    const opened = await gate.open({ mandateId, taskId })
    await gate.approve(opened)
    await postgresMandates(database.pool, queue).revoke(mandateId, 'c-anna', clock.now())
    await notExecuted(opened)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ reason: 'mandate-revoked' })
  })

  it('sends nothing when mandate or offer ran out after the approval', async () => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    const opened = await gate.open({
      mandateId,
      taskId,
      terms: { acts: [concludeAct({ validUntil: '2027-06-01T00:00:00.000Z' })] },
    })
    await gate.approve(opened)
    clock.set('2026-12-22T10:00:00Z')
    await notExecuted(opened)
    expect(await gate.ledger.executionOf(opened.id)).toMatchObject({ reason: 'mandate-expired' })
    clock.set(NOW)
    const stale = await gate.open()
    await gate.approve(stale)
    clock.set(concludeAct().validUntil)
    await notExecuted(stale)
    expect(await gate.ledger.executionOf(stale.id)).toMatchObject({ reason: 'offer-expired' })
  })
})

describe('many executors at once', () => {
  it('make exactly one commitment', async () => {
    const opened = await gate.open()
    await gate.approve(opened)
    await Promise.all([1, 2, 3, 4].map(() => executionOn(gate, party).run(opened.id)))
    expect(party.received).toHaveLength(1)
    expect(party.book.size).toBe(1)
    expect(await gate.executions.commitments(opened.id)).toHaveLength(1)
  })

  it('make exactly one commitment also when the lease of the first runs out while it sends', async () => {
    const opened = await gate.open()
    await gate.approve(opened)
    const second = executionOn(gate, party)
    const first = executionOn(gate, party, {
      faults: async (point) => {
        if (point !== 'before-sending') return
        await gate.pool.query('delete from execution_leases where proposal_id = $1', [opened.id])
        await second.run(opened.id)
      },
    })
    await first.run(opened.id)
    expect(party.book.size).toBe(1)
    expect(await gate.executions.commitments(opened.id)).toHaveLength(1)
  })
})
