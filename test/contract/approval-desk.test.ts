import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Vote } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../support/gate.ts'

let database: TestDatabase
let gate: Gate
const queue = notingQueue()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue)
  await gate.customer('c-anna')
}, 60_000)

afterAll(() => database.close())

function vote(on: Proposal, change: Partial<Vote> = {}): Vote {
  const { id: proposalId, termsHash: hash } = on
  return { proposalId, person: 'r-1', role: 'reviewer', decision: 'approve', termsHash: hash, reason: null, ...change }
}

const asCustomer = { person: 'c-anna', role: 'customer' } as const
const onlyReviewer = { required: { reviewers: 1, customer: false, policyVersion: 'v' } }

describe('opening', () => {
  it('stores the proposal as it is and queues the graph in the same transaction', async () => {
    queue.queued.length = 0
    const opened = await gate.open()
    expect(await gate.ledger.proposal(opened.id)).toEqual(opened)
    expect(queue.queued).toEqual([{ name: 'wake-proposal', data: { proposalId: opened.id }, inTransaction: true }])
  })

  it('stores nothing when the graph cannot be queued', async () => {
    queue.fail = new Error('no queue')
    await expect(gate.open({ id: 'prop_unqueued' })).rejects.toThrow('no queue')
    queue.fail = null
    expect(await gate.ledger.proposal('prop_unqueued')).toBeNull()
  })

  it('tells the task that it awaits approval', async () => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    await gate.open({ mandateId, taskId })
    expect(await gate.taskStatus(taskId)).toBe('awaiting-approval')
  })
})

describe('deciding', () => {
  it('stays open until reviewer and customer have both approved', async () => {
    const opened = await gate.open()
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
    expect(await gate.desk.decide(vote(opened, asCustomer))).toEqual({ outcome: 'approved' })
    expect(await gate.ledger.outcomeOf(opened.id)).toEqual({
      proposalId: opened.id,
      termsHash: opened.termsHash,
      outcome: 'approved',
      reason: null,
      decidedAt: NOW,
    })
  })

  it('queues the execution in the transaction that approves', async () => {
    const opened = await gate.open(onlyReviewer)
    queue.queued.length = 0
    await gate.desk.decide(vote(opened))
    expect(queue.queued).toEqual([{ name: 'execute-commitment', data: { proposalId: opened.id }, inTransaction: true }])
  })

  it('approves nothing when the execution cannot be queued', async () => {
    const opened = await gate.open(onlyReviewer)
    queue.fail = new Error('no queue')
    await expect(gate.desk.decide(vote(opened))).rejects.toThrow('no queue')
    queue.fail = null
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
    expect(await gate.ledger.decisions(opened.id)).toEqual([])
  })

  it('closes at the first rejection and wakes the graph', async () => {
    const opened = await gate.open()
    queue.queued.length = 0
    const rejected = vote(opened, { decision: 'reject', reason: 'too long' })
    expect(await gate.desk.decide(rejected)).toEqual({ outcome: 'rejected' })
    expect((await gate.ledger.outcomeOf(opened.id))?.reason).toBe('too long')
    expect(queue.queued.map((job) => job.name)).toEqual(['wake-proposal'])
  })

  it('answers the same vote of the same person alike, before and after the closing', async () => {
    const opened = await gate.open()
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    await gate.desk.decide(vote(opened, asCustomer))
    queue.queued.length = 0
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'approved' })
    expect(await gate.desk.decide(vote(opened, asCustomer))).toEqual({ outcome: 'approved' })
    expect(queue.queued).toEqual([])
    expect(await gate.ledger.decisions(opened.id)).toHaveLength(2)
  })

  it('needs two different reviewers where two are required', async () => {
    const opened = await gate.open({ required: { reviewers: 2, customer: false, policyVersion: 'v' } })
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    expect(await gate.desk.decide(vote(opened, { person: 'r-2' }))).toEqual({ outcome: 'approved' })
  })

  it('does not let a person change their vote', async () => {
    const opened = await gate.open()
    await gate.desk.decide(vote(opened))
    await expect(gate.desk.decide(vote(opened, { decision: 'reject' }))).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('refuses a vote on other terms', async () => {
    const opened = await gate.open()
    const other = vote(opened, { termsHash: termsHash({ other: 'terms' }) })
    await expect(gate.desk.decide(other)).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    expect(await gate.ledger.decisions(opened.id)).toEqual([])
  })

  it('refuses the proposer', async () => {
    const opened = await gate.open({ proposer: 'r-1' })
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
  })

  it('refuses another customer, and the customer in the place of a reviewer', async () => {
    const opened = await gate.open()
    const stranger = vote(opened, { person: 'c-ben', role: 'customer' })
    await expect(gate.desk.decide(stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const self = vote(opened, { person: 'c-anna', role: 'reviewer' })
    await expect(gate.desk.decide(self)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('says how a closed proposal was closed', async () => {
    const opened = await gate.open()
    await gate.desk.decide(vote(opened, { decision: 'reject', reason: 'no' }))
    await expect(gate.desk.decide(vote(opened, { person: 'r-2' }))).rejects.toMatchObject({
      code: 'APPROVAL_CLOSED',
      facts: { outcome: 'rejected', reason: 'no', decidedAt: NOW },
    })
  })

  it('refuses an approval from the moment of expiry on', async () => {
    const opened = await gate.open()
    const late = openGate(database.pool, queue, movableClock(opened.expiresAt))
    await expect(late.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'APPROVAL_EXPIRED' })
  })

  it('refuses an approval under a revoked mandate, also when the revocation voided it', async () => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    const opened = await gate.open({ mandateId, taskId })
    await gate.revoke(mandateId)
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'MANDATE_REVOKED' })
    await gate.desk.void(opened.id, 'mandate revoked')
    await expect(gate.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'MANDATE_REVOKED' })
  })

  it('refuses an approval under a mandate that ran out', async () => {
    const { mandateId } = await gate.mandate('c-anna')
    const opened = await gate.open({ mandateId, expiresAt: '2027-01-31T00:00:00.000Z' })
    const late = openGate(database.pool, queue, movableClock('2026-12-23T00:00:00Z'))
    await expect(late.desk.decide(vote(opened))).rejects.toMatchObject({ code: 'MANDATE_INVALID' })
  })

  it('knows no proposal that was never opened', async () => {
    await expect(gate.desk.decide({ ...vote(await gate.open()), proposalId: 'prop_none' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('writes each vote and each closing into the audit trail', async () => {
    const opened = await gate.open()
    await gate.approve(opened)
    const { rows } = await database.pool.query(
      'select actor, action from audit_entries where subject = $1 order by seq',
      [opened.id],
    )
    expect(rows).toEqual([
      { actor: 'agent', action: 'proposal.opened' },
      { actor: 'r-1', action: 'decision.cast' },
      { actor: 'c-anna', action: 'decision.cast' },
      { actor: 'c-anna', action: 'proposal.approved' },
    ])
  })
})

describe('voiding, expiring, editing', () => {
  it('voids an open proposal once and never an approved one', async () => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    const opened = await gate.open({ mandateId, taskId })
    expect(await gate.desk.void(opened.id, 'changed my mind')).toBe(true)
    expect(await gate.desk.void(opened.id, 'again')).toBe(false)
    expect(await gate.taskStatus(taskId)).toBe('stopped')
    const approved = await gate.open(onlyReviewer)
    await gate.desk.decide(vote(approved))
    expect(await gate.desk.void(approved.id, 'too late')).toBe(false)
  })

  it('expires what ran out, once, and leaves the rest', async () => {
    const due = await gate.open({ expiresAt: '2026-11-23T00:00:00.000Z' })
    const later = await gate.open({ expiresAt: '2026-11-25T00:00:00.000Z' })
    const expired = await gate.desk.expire(new Date('2026-11-23T00:00:00.000Z'))
    expect(expired).toContain(due.id)
    expect(expired).not.toContain(later.id)
    expect(await gate.desk.expire(new Date('2026-11-23T00:00:00.000Z'))).toEqual([])
    expect((await gate.ledger.outcomeOf(due.id))?.outcome).toBe('expired')
  })

  it('closes an edited proposal and opens the next in one transaction', async () => {
    const opened = await gate.open()
    const next = { ...opened, id: `${opened.id}_next`, proposer: 'r-1', supersedes: opened.id }
    const { decision: _, ...edit } = vote(opened, { reason: 'shorter letter' })
    await gate.desk.edit({ ...edit, next })
    expect((await gate.ledger.outcomeOf(opened.id))?.outcome).toBe('edited')
    expect(await gate.ledger.proposal(next.id)).toEqual(next)
    await expect(gate.desk.decide(vote(next))).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
  })
})

describe('requests', () => {
  it('lets one reviewer look at a request until the claim runs out or is given back', async () => {
    const opened = await gate.open()
    expect((await gate.desk.claim(opened.id, 'r-1', 15)).claimedBy).toBe('r-1')
    await expect(gate.desk.claim(opened.id, 'r-2', 15)).rejects.toMatchObject({ code: 'CONFLICT' })
    const later = openGate(database.pool, queue, movableClock('2026-11-22T10:15:00Z'))
    expect((await later.desk.request(opened.id))?.claimedBy).toBeNull()
    expect((await later.desk.claim(opened.id, 'r-2', 15)).claimedBy).toBe('r-2')
    await gate.desk.release(opened.id, 'r-1')
    expect((await gate.desk.request(opened.id))?.claimedBy).toBe('r-2')
    await gate.desk.release(opened.id, 'r-2')
    expect((await gate.desk.request(opened.id))?.claimedBy).toBeNull()
  })

  it('lists pending ones by deadline with whom they wait for, and closed ones apart', async () => {
    await gate.customer('c-list')
    const late = await gate.open({ customerId: 'c-list', expiresAt: '2026-11-28T00:00:00.000Z' })
    const soon = await gate.open({ customerId: 'c-list', expiresAt: '2026-11-26T00:00:00.000Z' })
    const closed = await gate.open({ customerId: 'c-list' })
    await gate.desk.void(closed.id, 'no')
    await gate.desk.decide(vote(late))
    const pending = await gate.desk.requests({ status: 'pending', customerId: 'c-list' })
    expect(pending.map((r) => [r.proposal.id, r.waitsFor])).toEqual([
      [soon.id, ['reviewer', 'customer']],
      [late.id, ['customer']],
    ])
    const over = await gate.desk.requests({ status: 'closed', customerId: 'c-list' })
    expect(over.map((r) => [r.proposal.id, r.outcome?.outcome, r.outcome?.reason])).toEqual([
      [closed.id, 'voided', 'no'],
    ])
    expect((await gate.desk.requests({ status: 'pending' })).length).toBeGreaterThanOrEqual(2)
  })
})
