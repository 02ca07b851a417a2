/** What an old sign-in is not enough for. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Door } from '../../../src/http/door.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { proposal } from '../../support/proposals.ts'

let door: TestDoor
let recent: boolean
const anna = customer('c-anna')

beforeAll(async () => {
  door = await openTestDoor((made) => ({ authenticator: forgetting(made) }))
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

/** The same tokens, as of somebody who signed in long ago. */
function forgetting({ authenticator }: Door): Door['authenticator'] {
  return {
    async authenticate(token) {
      const { recentlySignedIn: _, ...principal } = await authenticator.authenticate(token)
      return recent ? { ...principal, recentlySignedIn: true } : principal
    },
  }
}

it.each([
  ['confirming a mandate', 'POST', '/v1/mandates/MANDATE/confirm', undefined],
  ['revoking a mandate', 'DELETE', '/v1/mandates/MANDATE', undefined],
  ['deciding', 'POST', '/v1/approvals/PROPOSAL/decision', 'vote'],
  ['confirming again', 'POST', '/v1/approvals/PROPOSAL/second-confirmation', 'hash'],
  ['exporting', 'GET', '/v1/me/export', undefined],
  ['erasing', 'DELETE', '/v1/me', undefined],
])('refuses %s, and changes nothing', async (_, method, path, body) => {
  recent = true
  const opened = proposal({ id: `prop-${crypto.randomUUID()}`, customerId: 'c-anna' })
  await door.desk.open(opened)
  const draft = { as: anna, json: { need: 'refinance-loan', limits: { maxTermMonths: 36 } } }
  const { id } = (await (await door.call('POST', '/v1/mandates', draft)).json()) as { id: string }
  const { termsHash } = opened
  const json = body === 'vote' ? { decision: 'approve', termsHash } : body === 'hash' ? { termsHash } : undefined
  recent = false
  const url = path.replace('MANDATE', id).replace('PROPOSAL', opened.id)
  const answer = await door.call(method, url, { as: anna, ...(json === undefined ? {} : { json }) })
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'UNAUTHENTICATED'])
  expect(await door.door.mandates.get(id)).toMatchObject({ confirmedAt: null, revokedAt: null })
  expect((await door.desk.request(opened.id))?.decisions).toEqual([])
  expect(await door.door.records.customer('c-anna')).not.toBeNull()
})

it('lets an old sign-in read, write and ask as before', async () => {
  recent = false
  expect((await door.call('GET', '/v1/me', { as: anna })).status).toBe(200)
  expect((await door.call('POST', '/v1/threads', { as: anna, json: {} })).status).toBe(201)
  expect((await door.call('GET', '/v1/approvals', { as: staff('reviewer') })).status).toBe(200)
})
