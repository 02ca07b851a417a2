/** What a business without a licence does: it compares and drafts, and leaves sending and concluding to others. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

const ANNA = readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8')
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')

let whole: Whole
let market: TestMarket
beforeAll(async () => {
  market = await startMarket()
  whole = await openWhole({ marketUrl: market.url, env: { PARLEY_PROFILE: 'commercial' } })
  await whole.call(staff('operator'), 'POST', '/v1/import', JSON.parse(ANNA))
})
afterAll(async () => {
  await whole.close()
  await market.close()
})

it('is shown to everybody with the law behind each row', async () => {
  const policy = await whole.read<{ profile: { operatorType: string; capabilities: { capability: string }[] } }>(
    anna,
    '/v1/policy',
  )
  expect(policy.profile).toMatchObject({ operatorType: 'commercial', jurisdiction: 'DE', licences: [] })
  expect(policy.profile.capabilities).toContainEqual(
    expect.objectContaining({
      capability: 'negotiate-credit',
      verdict: 'no',
      source: expect.stringContaining('§ 34k'),
    }),
  )
})

it('refuses to negotiate in the conversation and at the API, with the reason', async () => {
  const threadId = await whole.thread(anna)
  const { text } = await whole.say(anna, threadId, 'Verhandle mir einen besseren Zins für meinen Ratenkredit')
  expect(text).toContain('Kreditvermittlung braucht eine Erlaubnis')
  const response = await whole.call(anna, 'POST', '/v1/mandates', {
    need: 'refinance-loan',
    subject: { type: 'contract', id: 'k-anna-1' },
    limits: { maxTermMonths: 36 },
  })
  expect(await response.json()).toMatchObject({ status: 403, code: 'NOT_PERMITTED' })
})

it('compares and drafts all the same', async () => {
  const threadId = await whole.thread(anna)
  const { text } = await whole.say(anna, threadId, 'Vergleiche meine Kreditangebote')
  expect(text).toContain('Direktbank Süd')
})

it('leaves the sending of a notice to the customer, also where the protocol is spoken', async () => {
  const threadId = await whole.thread(anna)
  await whole.say(anna, threadId, 'Die Mahngebühr über 5 € ist doch nicht rechtens, oder?')
  await whole.say(anna, threadId, 'Ja')
  const { approvals } = await whole.read<{ approvals: { id: string; proposal: { termsHash: string } }[] }>(
    rita,
    '/v1/approvals?status=pending',
  )
  const [request] = approvals
  if (request === undefined) throw new Error('no proposal')
  const vote = { decision: 'approve', termsHash: request.proposal.termsHash }
  for (const who of [rita, anna]) await whole.call(who, 'POST', `/v1/approvals/${request.id}/decision`, vote)
  for (let i = 0; i < 4; i += 1) await whole.drain()
  const { letters } = await whole.read<{ letters: object[] }>(anna, '/v1/letters')
  expect(letters).toMatchObject([{ channel: 'post', status: 'prepared' }])
  expect((await market.book()).filter(({ type }) => type === 'noticed')).toEqual([])
})
