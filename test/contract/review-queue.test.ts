/** The reviewers' queue on both databases: claims, times, questions, and what two at once can do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresFigures } from '../../src/db/postgres-figures.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { postgresReviewers } from '../../src/db/postgres-reviewers.ts'
import type { Vote } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../support/gate.ts'
import { brief } from '../support/proposals.ts'

let database: TestDatabase
let gate: Gate
const queue = notingQueue()
const clock = movableClock()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue, clock)
  await gate.customer('c-anna')
}, 60_000)
afterAll(() => database.close())

const onlyReviewer = { required: { reviewers: 1, customer: false, policyVersion: 'v' } }
const HOUR = 3_600_000
const at = (hours: number) => new Date(new Date(NOW).getTime() + hours * HOUR)
/** Opened at the fixed moment, a look due after two hours and a decision after ten. */
const timed = { createdAt: NOW, times: { firstLookSeconds: 2 * 3600, decisionSeconds: 10 * 3600 } }

function vote(on: Proposal, change: Partial<Vote> = {}): Vote {
  return {
    ...{ proposalId: on.id, person: 'r-1', role: 'reviewer', decision: 'approve' },
    ...{ termsHash: on.termsHash, reason: null },
    ...change,
  } as Vote
}

const asked = (on: Proposal, to: 'agent' | 'customer', question = 'Why this one?', person = 'r-1') =>
  gate.desk.ask({ proposalId: on.id, person, termsHash: on.termsHash, to, question })

async function audited(id: string): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ action: string }>(
    'select action from audit_entries where subject = $1 order by seq',
    [id],
  )
  return rows.map(({ action }) => action)
}

describe('a claim', () => {
  it('is held by one of many who ask at the same moment', async () => {
    const { id } = await gate.open()
    const people = ['r-1', 'r-2', 'r-3', 'r-4']
    const claims = await Promise.allSettled(people.map((person) => gate.desk.claim(id, person, 15)))
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(people).toContain((await gate.desk.request(id))?.claimedBy)
    expect((await audited(id)).filter((action) => action === 'approval.claimed')).toHaveLength(1)
  })

  it('keeps the votes, edits and questions of other reviewers out, and never the customer’s', async () => {
    const opened = await gate.open()
    await gate.desk.claim(opened.id, 'r-1', 15)
    await expect(gate.desk.decide(vote(opened, { person: 'r-2' }))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(asked(opened, 'agent', 'Why?', 'r-2')).rejects.toMatchObject({ code: 'CONFLICT' })
    const { decision: _, ...edit } = vote(opened, { person: 'r-2' })
    await expect(gate.desk.edit({ ...edit, next: null })).rejects.toMatchObject({ code: 'CONFLICT' })
    const customer = vote(opened, { person: 'c-anna', role: 'customer' })
    expect(await gate.desk.decide(customer)).toEqual({ outcome: 'open' })
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'approved' })
  })

  it('lets the second of two reviewers have the request once the first has voted', async () => {
    const opened = await gate.open({ required: { reviewers: 2, customer: false, policyVersion: 'v' } })
    await gate.desk.claim(opened.id, 'r-1', 15)
    await gate.desk.decide(vote(opened))
    expect((await gate.desk.request(opened.id))?.claimedBy).toBeNull()
    await expect(gate.desk.claim(opened.id, 'r-1', 15)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await gate.desk.claim(opened.id, 'r-2', 15)).claimedBy).toBe('r-2')
  })

  it('is not for whoever made the terms, nor for somebody without the role', async () => {
    const edited = await gate.open({ proposer: 'r-1' })
    await expect(gate.desk.claim(edited.id, 'r-1', 15)).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
    const roster = postgresReviewers(database.pool, clock)
    await gate.desk.claim(edited.id, 'r-9', 15)
    await roster.revoke('r-9', 'op')
    expect((await gate.desk.request(edited.id))?.claimedBy).toBeNull()
    await expect(gate.desk.claim(edited.id, 'r-9', 15)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('that ran out is put away by the sweep once, and the request is anybody’s', async () => {
    const { id } = await gate.open(onlyReviewer)
    await gate.desk.claim(id, 'r-1', 15)
    const sweeps = await Promise.all([gate.desk.keepTime(at(0.5)), gate.desk.keepTime(at(0.5))])
    expect(sweeps.flat().filter((note) => note.proposalId === id && note.kind === 'lapsed')).toHaveLength(1)
    expect((await gate.desk.claim(id, 'r-2', 15)).claimedBy).toBe('r-2')
  })
})

describe('the queue', () => {
  it('comes by escalation, then deadline, then amount', async () => {
    await gate.customer('c-queue')
    const worth = (amount: string) =>
      brief({ amounts: { now: { amount: '0', currency: 'EUR' }, monthly: null, total: { amount, currency: 'EUR' } } })
    const open = (expiresAt: string, amount: string, change: Partial<Proposal> = {}) =>
      gate.open({ customerId: 'c-queue', expiresAt, brief: worth(amount), ...change })
    const late = await open('2026-11-28T00:00:00.000Z', '90000.00')
    const small = await open('2026-11-26T00:00:00.000Z', '999.00')
    const large = await open('2026-11-26T00:00:00.000Z', '10000.00')
    const lying = await open('2026-11-29T00:00:00.000Z', '5.00', timed)
    await gate.desk.keepTime(at(3))
    const list = await gate.desk.requests({ status: 'pending', customerId: 'c-queue' })
    expect(list.map(({ proposal }) => proposal.id)).toEqual([lying.id, large.id, small.id, late.id])
    expect(list[0]).toMatchObject({ escalation: 1 })
  })
})

describe('the reviewers’ time', () => {
  const own = async (id: string, hours: number) =>
    (await gate.desk.keepTime(at(hours))).filter((note) => note.proposalId === id).map(({ kind, key }) => [kind, key])

  it('reminds at its shares and passes the request on after it, each once', async () => {
    const { id } = await gate.open({ ...onlyReviewer, ...timed })
    expect(await own(id, 0.9)).toEqual([])
    expect(await own(id, 1.1)).toEqual([['reminder', 'first-look:50']])
    expect(await own(id, 1.2)).toEqual([])
    expect(await own(id, 1.7)).toEqual([['reminder', 'first-look:80']])
    expect(await own(id, 2)).toEqual([['escalated', 'first-look']])
    expect(await own(id, 2.1)).toEqual([])
    expect(await own(id, 5)).toEqual([['reminder', 'decision:50']])
    expect(await own(id, 10)).toEqual([['escalated', 'decision']])
    expect(await own(id, 11)).toEqual([])
    expect(await gate.desk.request(id)).toMatchObject({ escalation: 2, events: { length: 5 } })
    expect((await audited(id)).filter((action) => action === 'approval.escalated')).toHaveLength(2)
  })

  it('is kept once by several sweeps at the same moment', async () => {
    const { id } = await gate.open({ ...onlyReviewer, ...timed })
    const other = openGate(database.pool, queue, clock)
    const notes = await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? gate : other).desk.keepTime(at(2.5))))
    expect(notes.flat().filter((note) => note.proposalId === id)).toMatchObject([
      { kind: 'escalated', key: 'first-look', level: 1 },
    ])
  })

  it('takes the request from whoever lets it lie and leaves it to others for a while', async () => {
    const { id } = await gate.open({ ...onlyReviewer, ...timed })
    await gate.desk.claim(id, 'r-1', 24 * 60)
    expect(await own(id, 10)).toEqual([['escalated', 'decision']])
    clock.set(at(10).toISOString())
    expect(await gate.desk.request(id)).toMatchObject({ claimedBy: null, escalation: 1 })
    await expect(gate.desk.claim(id, 'r-1', 15)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await gate.desk.claim(id, 'r-2', 15)).claimedBy).toBe('r-2')
    clock.set(NOW)
  })

  it('ends with the vote: nobody is reminded of what only cools down or waits for nobody', async () => {
    const opened = await gate.open({
      ...timed,
      required: { reviewers: 1, customer: false, policyVersion: 'v', coolDownSeconds: 50_000 },
    })
    await gate.desk.decide(vote(opened))
    expect(await own(opened.id, 11)).toEqual([])
  })

  it('reminds the customer in the conversation where only their yes is missing, with the exact terms', async () => {
    const threadId = await gate.thread('c-anna')
    const opened = await gate.open({ ...timed, threadId })
    await gate.desk.decide(vote(opened))
    expect(await own(opened.id, 5.5)).toEqual([['reminder', 'decision:50']])
    expect(await own(opened.id, 10.5)).toEqual([])
    const { rows } = await database.pool.query('select text, focus from messages where thread_id = $1', [threadId])
    expect(rows).toMatchObject([{ focus: { proposal: { id: opened.id, termsHash: opened.termsHash } } }])
    expect(rows[0].text).toMatch(/fehlt noch Ihre Bestätigung.*6\.521,40/)
  })
})

describe('a question', () => {
  it('to the agent is answered at once from what is on record, and the request stays as it is', async () => {
    const opened = await gate.open(onlyReviewer)
    const question = await asked(opened, 'agent', 'Was sind die Alternativen?')
    expect(question.answer?.text.de).toBe('Alternative: Nichts tun. Alles bleibt')
    const request = await gate.desk.request(opened.id)
    expect(request).toMatchObject({ outcome: null, decisions: [], firstLookAt: NOW, questions: [question] })
    expect(await gate.desk.decide(vote(opened))).toEqual({ outcome: 'approved' })
  })

  it('to the customer stops the clock of the decision, never past the offer', async () => {
    const opened = await gate.open({ ...onlyReviewer, ...timed, expiresAt: at(14).toISOString() })
    clock.set(at(1).toISOString())
    const { id } = await asked(opened, 'customer')
    expect((await gate.desk.request(opened.id))?.clock).toMatchObject({ pausedSince: at(1).toISOString() })
    const notes = (await gate.desk.keepTime(at(10.5))).filter(({ proposalId }) => proposalId === opened.id)
    expect(notes.map(({ key }) => key)).toEqual([`answer:50:${at(1).toISOString()}`])
    clock.set(at(4).toISOString())
    const answer = { questionId: id, customerId: 'c-anna', text: 'Because of 2027.', messageId: null }
    expect(await gate.desk.answer(answer)).toBe('answered')
    expect((await gate.desk.request(opened.id))?.clock).toMatchObject({
      pausedSince: null,
      decisionDueAt: at(13).toISOString(),
    })
    await asked(opened, 'customer', 'And then?')
    clock.set(at(13.9).toISOString())
    expect((await gate.desk.request(opened.id))?.clock.decisionDueAt).toBe(opened.expiresAt)
    expect(await gate.desk.expire(at(14))).toContain(opened.id)
    clock.set(NOW)
  })

  it('is put to the customer again when it stays unanswered, each time once', async () => {
    const threadId = await gate.thread('c-anna')
    const opened = await gate.open({ ...onlyReviewer, ...timed, threadId, expiresAt: at(20).toISOString() })
    const { id } = await asked(opened, 'customer', 'Is the flat yours?')
    await Promise.all([gate.desk.keepTime(at(11)), gate.desk.keepTime(at(11))])
    await gate.desk.keepTime(at(12))
    const { rows } = await database.pool.query('select text, focus from messages where thread_id = $1 order by seq', [
      threadId,
    ])
    expect(rows).toHaveLength(2)
    expect(rows[1].text).toMatch(/wartet noch auf Ihre Antwort.*Is the flat yours\?/)
    expect(rows[1].focus).toEqual({ question: { id, proposalId: opened.id } })
  })

  it('is answered once, by its customer alone, and not after the request was closed', async () => {
    const opened = await gate.open(onlyReviewer)
    const { id: questionId } = await asked(opened, 'customer')
    const answer = (customerId: string, text: string) =>
      gate.desk.answer({ questionId, customerId, text, messageId: null })
    expect(await answer('c-ben', 'I am Anna.')).toBe('gone')
    const both = await Promise.all([answer('c-anna', 'One.'), answer('c-anna', 'Two.')])
    expect(both.toSorted()).toEqual(['answered', 'gone'])
    const closed = await gate.open(onlyReviewer)
    const second = await asked(closed, 'customer')
    await gate.desk.void(closed.id, 'no')
    expect(
      await gate.desk.answer({ questionId: second.id, customerId: 'c-anna', text: 'Late.', messageId: null }),
    ).toBe('gone')
  })

  it('is refused about other terms, by the proposer, after closing, and while one to the customer is open', async () => {
    const opened = await gate.open()
    const wrong = {
      proposalId: opened.id,
      person: 'r-1',
      termsHash: 'f'.repeat(64),
      to: 'agent',
      question: 'x',
    } as const
    await expect(gate.desk.ask(wrong)).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    await asked(opened, 'customer')
    await expect(asked(opened, 'customer')).rejects.toMatchObject({ code: 'CONFLICT' })
    await gate.desk.void(opened.id, 'no')
    await expect(asked(opened, 'agent')).rejects.toMatchObject({ code: 'APPROVAL_CLOSED' })
    const own = await gate.open({ proposer: 'r-1' })
    await expect(asked(own, 'agent')).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
  })
})

describe('the operators’ figures', () => {
  it('count what is held, passed on, overdue and waits for a customer', async () => {
    const before = await postgresFigures(database.pool).counts()
    const lying = await gate.open({ ...onlyReviewer, ...timed })
    await gate.desk.keepTime(at(10))
    const held = await gate.open(onlyReviewer)
    await asked(held, 'customer')
    await gate.desk.claim(held.id, 'r-1', 15)
    const after = await postgresFigures(database.pool).counts()
    const more = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
    expect(more('approvals.claimed')).toBeGreaterThanOrEqual(1)
    expect(more('approvals.escalated')).toBeGreaterThanOrEqual(1)
    expect(more('approvals.overdue')).toBeGreaterThanOrEqual(1)
    expect(more('approvals.waiting_for_customer')).toBe(1)
    expect(after['approvals.median_seconds_to_a_look']).toBeDefined()
    await gate.desk.void(lying.id, 'no')
    expect((await postgresFigures(database.pool).counts())['approvals.overdue']).toBe(
      (after['approvals.overdue'] ?? 0) - 1,
    )
  })
})

describe('a correction beside a vote', () => {
  it.each(Array.from({ length: 8 }, (_, n) => [n]))('decides once, whichever comes first (%i)', async (n) => {
    const { mandateId, taskId } = await gate.mandate('c-anna')
    const opened = await gate.open({ ...onlyReviewer, mandateId, taskId })
    const mandates = postgresMandates(database.pool, queue)
    const correct = () =>
      n % 4 < 2 ? gate.desk.void(opened.id, 'corrected') : mandates.revoke(mandateId, 'c-anna', clock.now())
    queue.queued.length = 0
    const acts = [() => gate.desk.decide(vote(opened)), correct]
    const [first, second] = await Promise.allSettled((n % 2 ? acts.toReversed() : acts).map((act) => act()))
    expect([first?.status, second?.status]).toContain('fulfilled')
    const outcome = (await gate.ledger.outcomeOf(opened.id))?.outcome
    const executions = queue.queued.filter(({ name }) => name === 'execute-commitment')
    expect(['approved', 'voided']).toContain(outcome)
    expect(executions).toHaveLength(outcome === 'approved' ? 1 : 0)
    const closings = (await audited(opened.id)).filter((action) => /^proposal\.(approved|voided)$/.test(action))
    expect(closings).toEqual([`proposal.${outcome}`])
  })
})
