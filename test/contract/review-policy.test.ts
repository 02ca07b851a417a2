/** What the policy table asks of the ledger: cool-downs, reviewers who lose the role, one person alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { postgresReviewers } from '../../src/db/postgres-reviewers.ts'
import type { Vote } from '../../tools/commitments/approval-desk.ts'
import type { Proposal, RequiredVotes } from '../../tools/commitments/proposal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../support/gate.ts'

let database: TestDatabase
let gate: Gate
const queue = notingQueue()
const clock = movableClock()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue, clock)
  await gate.customer('c-anna')
}, 60_000)
beforeEach(() => clock.set(NOW))
afterAll(() => database.close())

const required = (change: Partial<RequiredVotes> = {}): RequiredVotes => ({
  ...{ reviewers: 1, customer: false, policyVersion: 'v' },
  ...change,
})
const open = (change: Partial<RequiredVotes> = {}) => gate.open({ required: required(change), createdAt: NOW })
const vote = ({ id: proposalId, termsHash }: Proposal, change: Partial<Vote> = {}): Vote => ({
  ...{ proposalId, termsHash, person: 'r-1', role: 'reviewer', decision: 'approve', reason: null },
  ...change,
})
const roster = () => postgresReviewers(database.pool, clock)

describe('a cool-down', () => {
  it('keeps complete votes from being an approval until it is over, and then approves once', async () => {
    const opened = await open({ coolDownSeconds: 600 })
    expect(await gate.ledger.proposal(opened.id)).toEqual(opened)
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'open' })
    expect((await gate.desk.request(opened.id))?.coolDownUntil).toBe('2026-11-22T10:10:00.000Z')
    expect(await gate.desk.ripen(new Date('2026-11-22T10:09:59.999Z'))).toEqual([])
    queue.queued.length = 0
    expect(await gate.desk.ripen(new Date('2026-11-22T10:10:00Z'))).toEqual([opened.id])
    expect(queue.queued).toMatchObject([{ name: 'execute-commitment', data: { proposalId: opened.id } }])
    expect(await gate.desk.ripen(new Date('2026-11-22T10:10:00Z'))).toEqual([])
    expect((await gate.ledger.outcomeOf(opened.id))?.outcome).toBe('approved')
  })

  it('approves nothing whose votes are not complete, or that somebody took back meanwhile', async () => {
    const half = await open({ coolDownSeconds: 600, reviewers: 2 })
    await gate.desk.decide(vote(half))
    const taken = await open({ coolDownSeconds: 600 })
    await gate.desk.decide(vote(taken))
    await gate.desk.void(taken.id, 'changed my mind')
    expect(await gate.desk.ripen(new Date('2026-11-22T11:00:00Z'))).toEqual([])
  })

  it('is checked by the database itself', async () => {
    const opened = await open({ coolDownSeconds: 600 })
    await gate.desk.decide(vote(opened))
    const insert = database.pool.query(
      `insert into approvals (proposal_id, terms_hash, outcome, decided_at) values ($1, $2, 'approved', $3)`,
      [opened.id, opened.termsHash, NOW],
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'cool_down_is_over' })
  })
})

describe('a reviewer who loses the role', () => {
  it('has no vote, and has one again when it is given back', async () => {
    const opened = await open({ customer: true })
    expect(await roster().revoke('r-gone', 'op')).toBe(true)
    expect(await roster().revoke('r-gone', 'op')).toBe(false)
    expect(await roster().revoked()).toEqual(['r-gone'])
    const gone = vote(opened, { person: 'r-gone' })
    await expect(gate.desk.decide(gone)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await roster().reinstate('r-gone', 'op')).toBe(true)
    expect(await roster().revoked()).toEqual([])
    expect(await gate.desk.decide(gone)).toEqual({ outcome: 'open' })
  })

  it('no longer counts for a vote given before, so that another reviewer is asked', async () => {
    const opened = await open({ customer: true })
    await gate.desk.decide(vote(opened, { person: 'r-leaving' }))
    await roster().revoke('r-leaving', 'op')
    expect((await gate.desk.request(opened.id))?.waitsFor).toEqual(['reviewer', 'customer'])
    const anna = vote(opened, { person: 'c-anna', role: 'customer' })
    expect(await gate.desk.decide(anna)).toEqual({ outcome: 'open' })
    expect(await gate.desk.decide(vote(opened, { person: 'r-2' }))).toEqual({ outcome: 'approved' })
  })

  it('stops the execution of what was approved already, in the database too', async () => {
    const opened = await open()
    await gate.desk.decide(vote(opened, { person: 'r-late' }))
    expect(await gate.executions.reviewersStand(opened.id)).toBe(true)
    await roster().revoke('r-late', 'op')
    expect(await gate.executions.reviewersStand(opened.id)).toBe(false)
    const started = { proposalId: opened.id, act: 0, kind: 'started', termsHash: opened.termsHash } as const
    await expect(gate.executions.recordAttempt({ ...started, detail: null, at: NOW })).rejects.toMatchObject({
      constraint: 'reviewers_stand',
    })
  })
})

describe('one person alone', () => {
  const alone = { reviewers: 0, customer: true, coolDownSeconds: 600, selfApproval: true } as const
  const anna = (opened: Proposal) => vote(opened, { person: 'c-anna', role: 'customer' })
  const again = ({ id: proposalId, termsHash }: Proposal) => ({ proposalId, termsHash, person: 'c-anna' })

  it('approves by a second, separate confirmation after the cool-down, recorded as that', async () => {
    const opened = await open(alone)
    await expect(gate.desk.confirmAgain(again(opened))).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await gate.desk.decide(anna(opened))).toEqual({ outcome: 'open' })
    clock.set('2026-11-22T10:09:59Z')
    await expect(gate.desk.confirmAgain(again(opened))).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await gate.desk.request(opened.id))?.waitsFor).toEqual(['customer'])
    clock.set('2026-11-22T10:10:00Z')
    expect(await gate.desk.ripen(clock.now())).not.toContain(opened.id)
    expect(await gate.desk.confirmAgain(again(opened))).toEqual({ outcome: 'approved' })
    expect(await gate.desk.confirmAgain(again(opened))).toEqual({ outcome: 'approved' })
    expect((await gate.desk.request(opened.id))?.confirmedAgainAt).toBe('2026-11-22T10:10:00.000Z')
    const { rows } = await database.pool.query(
      `select actor, detail ->> 'alone' as alone from audit_entries where subject = $1 and action = 'decision.confirmed-again'`,
      [opened.id],
    )
    expect(rows).toEqual([{ actor: 'c-anna', alone: 'true' }])
    expect(await gate.executions.reviewersStand(opened.id)).toBe(true)
  })

  it('takes no second confirmation of other terms, of somebody else, or where reviewers decide', async () => {
    const opened = await open(alone)
    await gate.desk.decide(anna(opened))
    clock.set('2026-11-22T11:00:00Z')
    const other = { ...again(opened), termsHash: 'f'.repeat(64) }
    await expect(gate.desk.confirmAgain(other)).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    await expect(gate.desk.confirmAgain({ ...again(opened), person: 'r-1' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const reviewed = await open({ customer: true })
    await gate.desk.decide(anna(reviewed))
    await expect(gate.desk.confirmAgain(again(reviewed))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('cannot be had without a cool-down: the database refuses such a proposal', async () => {
    const { coolDownSeconds: _, ...rash } = alone
    await expect(open(rash)).rejects.toMatchObject({ constraint: 'a_person_decides' })
    await expect(open({ reviewers: 0, customer: true })).rejects.toMatchObject({ constraint: 'a_person_decides' })
  })
})

it('leaves the audit chain in order', async () => {
  expect((await verifyChain(database.pool)).faults).toEqual([])
})
