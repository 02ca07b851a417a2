import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../agents/thread-store.ts'
import { type ApiClient, apiClient } from '../../src/server/api-client.ts'
import { type House, openHouse } from '../../src/server/house.ts'
import type { Commitment } from '../../tools/commitments/approval-ledger.ts'
import { player, WORDS } from '../support/model-player.ts'
import { BASE_URL, type ChatRequest, openAiServer } from '../support/openai-server.ts'

const ANNA = JSON.parse(readFileSync(join(import.meta.dirname, '../data/samples/anna.json'), 'utf8'))
const model = openAiServer()
let house: House

beforeAll(async () => {
  model.listen()
  model.answerWith((request) => player(WORDS[languageOf(request)])(request))
  house = await openHouse(
    {
      PARLEY_NOW: '2026-11-22T09:00:00.000Z',
      PORT: '0',
      PARLEY_MARKET_PORT: '0',
      PARLEY_LOG_LEVEL: 'error',
      PARLEY_MODEL: 'test-model',
      PARLEY_MODEL_BASE_URL: BASE_URL,
      PARLEY_MODEL_API_KEY: 'key',
    },
    { folder: null },
  )
}, 60_000)
afterAll(async () => {
  await house?.close()
  model.close()
}, 30_000)

describe('a live model, the real house and the market', () => {
  it('go from a wish over a question to an executed commitment, in both languages at once', async () => {
    const deals = await Promise.all([mainJob('de'), mainJob('en')])
    for (const deal of deals) expect(deal).toMatchObject({ act: 0, reference: expect.stringMatching(/^V-/) })
    const { lines } = (await (await fetch(new URL('/book', house.marketUrl ?? ''))).json()) as {
      lines: { type: string; reference?: string }[]
    }
    const booked = lines.filter(({ type }) => type === 'committed').map(({ reference }) => reference)
    expect(booked.toSorted()).toEqual(deals.map(({ reference }) => reference).toSorted())
    expect(
      model.requests.some(({ messages }) => messages.some(({ tool_calls: made }) => (made ?? []).length > 1)),
    ).toBe(true)
  }, 120_000)
})

/** One customer's job; returns the commitment it ended in. */
async function mainJob(locale: 'de' | 'en'): Promise<Commitment> {
  const words = WORDS[locale]
  const customerId = `c-anna-${locale}`
  const operator = await client('operator', 'op')
  await operator.post('/v1/import', { ...ANNA, customer: { ...ANNA.customer, id: customerId } })
  const customer = await client('customer', customerId)
  const reviewer = await client('reviewer', 'reviewer-1')
  const { id: threadId } = await customer.post<{ id: string }>('/v1/threads', { locale })
  const say = async (text: string) =>
    (await customer.post<{ reply: Message }>(`/v1/threads/${threadId}/messages`, { text })).reply.text

  expect(await say(words.wish)).toContain(words.ask)
  expect(await say(words.limits)).toContain(words.mandate)
  expect(await say(words.yes)).toContain(words.confirmed)
  const { id, proposal } = await until(async () => {
    const { approvals } = await customer.get<{ approvals: { id: string; proposal: { termsHash: string } }[] }>(
      '/v1/approvals?status=pending',
    )
    return approvals[0]
  })
  await say(words.yes) // confirms exactly the terms that the last message showed
  await reviewer.post(`/v1/approvals/${id}/decision`, { decision: 'approve', termsHash: proposal.termsHash })
  await until(async () => {
    const { messages } = await customer.get<{ messages: Message[] }>(`/v1/threads/${threadId}`)
    return messages.find(({ focus }) => focus.outcomeOf === id)
  })
  const { commitments } = await customer.get<{ commitments: Commitment[] }>('/v1/commitments')
  // The new loan, and then the notice of early repayment to the present lender.
  expect(commitments.map(({ act }) => act).sort()).toEqual([0, 1])
  return commitments.find(({ act }) => act === 0) as Commitment
}

async function client(role: 'customer' | 'reviewer' | 'operator', subject: string): Promise<ApiClient> {
  const customerId = role === 'customer' ? subject : null
  return apiClient(house.url, await house.token({ subject, role, customerId }))
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function languageOf({ messages }: ChatRequest): 'de' | 'en' {
  const said = messages.findLast(({ role }) => role === 'user')?.content ?? ''
  return (Object.values(WORDS.de) as string[]).includes(said) ? 'de' : 'en'
}
