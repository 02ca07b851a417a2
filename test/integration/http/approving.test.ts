/** Requests for approval by HTTP: who sees them, who may decide, and what a decision does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomIds } from '../../../tools/shared/ids.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { proposal } from '../../support/proposals.ts'

let door: TestDoor
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

async function open(change: Parameters<typeof proposal>[0] = {}) {
  const opened = proposal({ id: randomIds.next('prop'), customerId: 'c-anna', ...change })
  await door.desk.open(opened)
  return opened
}

type As = typeof anna | typeof rita

async function decide(as: As, id: string, json: object, headers: Record<string, string> = {}) {
  const response = await door.call('POST', `/v1/approvals/${id}/decision`, { as, json, headers })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('a request for approval', () => {
  it('shows reviewer and customer the terms, the brief, the votes and whose vote is missing', async () => {
    const opened = await open()
    for (const as of [anna, rita]) {
      const seen = await (await door.call('GET', `/v1/approvals/${opened.id}`, { as })).json()
      expect(seen).toMatchObject({
        id: opened.id,
        status: 'pending',
        proposal: { terms: opened.terms, termsHash: opened.termsHash, brief: opened.brief },
        waitsFor: ['reviewer', 'customer'],
        decisions: [],
        execution: { kind: 'waiting' },
      })
    }
  })

  it('is listed for its customer and for reviewers, and not for another customer', async () => {
    const opened = await open()
    await door.seedCustomer('c-bert')
    const ids = async (as: As) =>
      (
        (await (await door.call('GET', '/v1/approvals', { as })).json()) as { approvals: { id: string }[] }
      ).approvals.map((request) => request.id)
    expect(await ids(anna)).toContain(opened.id)
    expect(await ids(rita)).toContain(opened.id)
    expect(await ids(customer('c-bert'))).toEqual([])
  })

  it('is closed as approved by the reviewer and the customer together', async () => {
    const { id, termsHash } = await open()
    const vote = { decision: 'approve', termsHash }
    expect(await decide(rita, id, vote)).toMatchObject({ status: 200, body: { outcome: 'open' } })
    expect(await decide(anna, id, vote)).toMatchObject({ status: 200, body: { outcome: 'approved' } })
    const closed = (await (await door.call('GET', '/v1/approvals?status=closed', { as: rita })).json()) as {
      approvals: { id: string; outcome: { outcome: string } }[]
    }
    expect(closed.approvals.find((request) => request.id === id)?.outcome.outcome).toBe('approved')
  })

  it('is not approved by other terms than those shown', async () => {
    const { id } = await open()
    const answer = await decide(rita, id, { decision: 'approve', termsHash: 'f'.repeat(64) })
    expect(answer).toMatchObject({ status: 409, body: { code: 'APPROVAL_MISMATCH' } })
  })

  it('is not decided by whoever proposed it', async () => {
    const { id, termsHash } = await open({ proposer: 'rita' })
    const answer = await decide(rita, id, { decision: 'approve', termsHash })
    expect(answer).toMatchObject({ status: 403, body: { code: 'PROPOSER_MAY_NOT_DECIDE' } })
  })

  it('is closed at once by a rejection, and takes no vote after it', async () => {
    const { id, termsHash } = await open()
    await decide(anna, id, { decision: 'reject', termsHash, reason: 'Not now.' })
    expect(await decide(rita, id, { decision: 'approve', termsHash })).toMatchObject({
      status: 409,
      body: { code: 'APPROVAL_CLOSED' },
    })
  })

  it('is rejected by a reviewer with a reason alone, and by the customer without one', async () => {
    const { id, termsHash } = await open()
    for (const reason of [undefined, '  ']) {
      expect(await decide(rita, id, { decision: 'reject', termsHash, reason })).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', faults: [{ path: 'reason' }] },
      })
    }
    expect(await decide(anna, id, { decision: 'reject', termsHash })).toMatchObject({
      status: 200,
      body: { outcome: 'rejected' },
    })
  })

  it('is edited by reviewers alone', async () => {
    const { id, termsHash, terms } = await open()
    const answer = await decide(anna, id, { decision: 'edit', termsHash, terms })
    expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  })

  it('counts one vote when the same request is sent twice at once', async () => {
    const { id, termsHash } = await open()
    const key = { 'idempotency-key': `vote-${id}` }
    const vote = { decision: 'approve', termsHash }
    const answers = await Promise.all([decide(rita, id, vote, key), decide(rita, id, vote, key)])
    expect(answers[0]).toEqual(answers[1])
    expect(await door.door.approvals.decisions(id)).toHaveLength(1)
  })
})

describe('a claim', () => {
  it('keeps other reviewers out until it is put back', async () => {
    const { id } = await open()
    const claim = (as: As) => door.call('POST', `/v1/approvals/${id}/claim`, { as })
    expect(await (await claim(rita)).json()).toMatchObject({ claimedBy: 'rita' })
    expect((await claim(staff('reviewer', 'sami'))).status).toBe(409)
    expect((await door.call('POST', `/v1/approvals/${id}/release`, { as: rita })).status).toBe(204)
    expect(await (await claim(staff('reviewer', 'sami'))).json()).toMatchObject({ claimedBy: 'sami' })
  })
})

describe('commitments', () => {
  it('are none before anything was confirmed by a counterparty', async () => {
    expect(await (await door.call('GET', '/v1/commitments', { as: anna })).json()).toEqual({ commitments: [] })
  })
})
