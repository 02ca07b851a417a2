/** Receipts by HTTP: signed, complete, and for those alone who may see what they are of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAnchor } from '../../../src/audit/make-anchor.ts'
import { asIdentity, PARLEY } from '../../../src/db/identity.ts'
import { readReceipt } from '../../../src/signing/receipts.ts'
import { verifyDocument } from '../../../src/signing/signer.ts'
import { randomIds } from '../../../tools/shared/ids.ts'
import { customer, NOW, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { proposal } from '../../support/proposals.ts'

let door: TestDoor
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
  await door.seedCustomer('c-bert')
})
afterAll(() => door.close())

async function openAndApprove() {
  const opened = proposal({ id: randomIds.next('prop'), customerId: 'c-anna' })
  await door.desk.open(opened)
  const vote = { proposalId: opened.id, decision: 'approve', termsHash: opened.termsHash, reason: null } as const
  await door.desk.decide({ ...vote, person: 'rita', role: 'reviewer' })
  await door.desk.decide({ ...vote, person: 'c-anna', role: 'customer' })
  return opened
}

async function keys() {
  const response = await door.call('GET', '/.well-known/jwks.json')
  return (await response.json()) as Parameters<typeof readReceipt>[1]
}

describe('the receipt of an approval', () => {
  it('verifies with the published key and names the terms and the votes', async () => {
    const opened = await openAndApprove()
    const response = await door.call('GET', `/v1/approvals/${opened.id}/receipt`, { as: anna })
    expect(response.headers.get('content-type')).toBe('application/jose')
    const { content, termsFit } = await readReceipt(await response.text(), await keys())
    expect(termsFit).toBe(true)
    expect(content).toMatchObject({
      type: 'approval-receipt',
      proposalId: opened.id,
      terms: opened.terms,
      outcome: 'approved',
      decidedAt: NOW,
      required: opened.required,
    })
    expect(content.votes).toHaveLength(2)
  })

  it('is not given before anything is decided, nor to another customer', async () => {
    const opened = proposal({ id: randomIds.next('prop'), customerId: 'c-anna' })
    await door.desk.open(opened)
    const status = async (as: typeof anna | typeof rita) =>
      (await door.call('GET', `/v1/approvals/${opened.id}/receipt`, { as })).status
    expect(await status(anna)).toBe(409)
    expect(await status(customer('c-bert'))).toBe(404)
  })
})

describe('the receipt of a commitment', () => {
  it('says what was confirmed under which approval, act by act', async () => {
    const opened = await openAndApprove()
    const values = [opened.id, opened.termsHash, NOW]
    await door.pool.query(
      `insert into attempts (proposal_id, act, kind, terms_hash, at) values ($1, 0, 'started', $2, $3)`,
      values,
    )
    const path = `/v1/commitments/${opened.id}/0/receipt`
    expect((await door.call('GET', path, { as: anna })).status).toBe(404)
    await door.pool.query(
      `insert into commitments (proposal_id, act, terms_hash, customer_id, counterparty_id, reference, committed_at, recorded_at)
       values ($1, 0, $2, 'c-anna', 'musterbank-nord', 'MN-1', $3, $3)`,
      values,
    )
    const response = await door.call('GET', path, { as: rita })
    const { content, termsFit } = await readReceipt(await response.text(), await keys())
    expect(termsFit).toBe(true)
    expect(content).toMatchObject({
      type: 'commitment-receipt',
      ...{ act: 0, reference: 'MN-1', counterpartyName: 'Musterbank Nord', channel: 'http', approvedAt: NOW },
    })
    expect((await door.call('GET', `/v1/commitments/${opened.id}/1/receipt`, { as: rita })).status).toBe(404)
    expect((await door.call('GET', path, { as: customer('c-bert') })).status).toBe(404)
  })
})

describe('the audit chain by HTTP', () => {
  it('gives operators what was signed of it each day, to be kept elsewhere', async () => {
    const { signer, clock } = door.door
    if (signer === null) throw new Error('there is no key')
    const made = await asIdentity(PARLEY, () => makeAnchor({ db: door.pool, signer, clock }))
    const response = await door.call('GET', '/v1/audit/anchors', { as: staff('operator') })
    expect(await response.json()).toEqual({ anchors: [made] })
    const signed = await verifyDocument(made?.jws ?? '', await signer.keys())
    expect(signed).toMatchObject({ type: 'audit-anchor', hash: made?.hash })
  })

  it('is recomputed for operators', async () => {
    const response = await door.call('GET', '/v1/audit/verification', { as: staff('operator') })
    const report = (await response.json()) as { entries: number }
    expect(report).toMatchObject({ faults: [] })
    expect(report.entries).toBeGreaterThan(0)
    expect((await door.call('GET', '/v1/audit/verification', { as: anna })).status).toBe(403)
  })
})
