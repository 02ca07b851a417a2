/** Reviewers who lose the role, and one person alone, by HTTP. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomIds } from '../../../tools/shared/ids.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { proposal } from '../../support/proposals.ts'

let door: TestDoor
const operator = staff('operator')
const anna = customer('c-anna')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

const body = async (response: Promise<Response>) => (await response).json()

it('keeps a reviewer from deciding, whatever their token says, until an operator gives the role back', async () => {
  const opened = proposal({ id: randomIds.next('prop'), customerId: 'c-anna' })
  await door.desk.open(opened)
  const rita = staff('reviewer', 'rita')
  const decide = () =>
    door.call('POST', `/v1/approvals/${opened.id}/decision`, {
      as: rita,
      json: { decision: 'approve', termsHash: opened.termsHash },
    })
  const person = { as: operator, json: { person: 'rita' } }
  expect(await body(door.call('POST', '/v1/reviewers/revoke', person))).toEqual({ changed: true })
  expect(await body(door.call('GET', '/v1/reviewers/revoked', { as: operator }))).toEqual({ revoked: ['rita'] })
  expect((await decide()).status).toBe(403)
  expect(await body(door.call('POST', '/v1/reviewers/reinstate', person))).toEqual({ changed: true })
  expect((await decide()).status).toBe(200)
})

it('refuses a second confirmation before its time and says until when', async () => {
  const required = {
    ...{ reviewers: 0, customer: true, policyVersion: 'v', coolDownSeconds: 600 },
    selfApproval: true as const,
  }
  const opened = proposal({ id: randomIds.next('prop'), customerId: 'c-anna', required })
  await door.desk.open(opened)
  const { termsHash } = opened
  const path = `/v1/approvals/${opened.id}`
  await door.call('POST', `${path}/decision`, { as: anna, json: { decision: 'approve', termsHash } })
  const again = await door.call('POST', `${path}/second-confirmation`, { as: anna, json: { termsHash } })
  expect(again.status).toBe(409)
  expect(await body(door.call('GET', path, { as: anna }))).toMatchObject({
    status: 'pending',
    coolDownUntil: '2026-11-22T10:10:00.000Z',
    waitsFor: ['customer'],
    proposal: { required },
  })
})
