/** A whole wish said anew while its proposal waits: the proposal is void at once, and a new mandate is shown. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

interface Seen {
  readonly approvals: readonly { readonly id: string; readonly status: string; readonly outcome?: string | null }[]
}

const ANNA = JSON.parse(readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8'))
const WISH = 'Ich hätte gern einen besseren Zins für meinen Ratenkredit, höchstens 36 Monate.'
let market: TestMarket
let whole: Whole
beforeAll(async () => {
  market = await startMarket()
  whole = await openWhole({ marketUrl: market.url })
})
afterAll(async () => {
  await whole.close()
  await market.close()
})

/** A customer of their own whose loan was negotiated, with the proposal waiting. */
async function waiting(id: string, wish: string) {
  await whole.call(staff('operator'), 'POST', '/v1/import', { ...ANNA, customer: { ...ANNA.customer, id } })
  const who = customer(id)
  const threadId = await whole.thread(who)
  const say = (text: string) => whole.say(who, threadId, text)
  await say(wish)
  await say('Ja')
  for (let i = 0; i < 6; i += 1) await whole.drain()
  const pending = async () =>
    (await whole.read<Seen>(staff('reviewer'), '/v1/approvals?status=pending')).approvals.map((request) => request.id)
  const states = async () => {
    const { rows } = await whole.pool.query<{ status: string }>('select status from tasks where customer_id = $1', [id])
    return rows.map(({ status }) => status)
  }
  return { say, pending, states, threadId }
}

it('is void as with a changed limit, and nothing but a new yes starts the talks anew', async () => {
  const talk = await waiting('c-restated', WISH)
  const [request, ...others] = await talk.pending()
  expect(others).toEqual([])

  // The same wish once more, and a question, change nothing.
  for (const words of [WISH, 'Könnte ich auch einen Kredit mit höchstens 24 Monaten aushandeln lassen?']) {
    await talk.say(words)
    expect(await talk.pending()).toEqual([request])
    expect(await talk.states()).toEqual(['awaiting-approval'])
  }

  const { focus, text } = await talk.say(
    'Bitte handle für meinen Ratenkredit einen besseren Zins aus, höchstens 5 % und höchstens 30 Monate.',
  )
  expect(text).toContain('30')
  const { rows } = await whole.pool.query<{ outcome: string }>('select outcome from approvals where proposal_id = $1', [
    request,
  ])
  expect(rows).toEqual([{ outcome: 'voided' }])
  expect(await talk.states()).toEqual(['stopped'])
  expect(focus.mandateId).toEqual(expect.any(String))
  const { mandates } = await whole.read<{ mandates: { id: string; limits: object; confirmedAt: string | null }[] }>(
    customer('c-restated'),
    '/v1/mandates',
  )
  expect(mandates.find((mandate) => mandate.id === focus.mandateId)).toMatchObject({
    limits: { maxTermMonths: 30, maxEffectiveRatePercent: '5' },
    confirmedAt: null,
  })
  // Its end is told in between, so that the yes is asked for once more before the talks begin anew.
  for (let i = 0; i < 3; i += 1) await whole.drain()
  expect((await talk.say('Ja')).focus.mandateId).toBe(focus.mandateId)
  await talk.say('Ja')
  expect(await talk.states()).toEqual(expect.arrayContaining(['stopped', 'negotiating']))
})
