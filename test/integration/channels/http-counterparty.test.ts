import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpCounterparties } from '../../../src/channels/http-counterparty.ts'
import { type CounterpartyEntry, createRegistry, parseCounterparties } from '../../../src/channels/registry.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'
import { listen } from '../../support/market.ts'

const terms: DealTerms = { kind: 'settlement', currency: 'EUR', claim: '400.00', amount: '300.00', payWithinDays: 14 }
const offer = { move: 'offer', terms, offerId: 'of-1', validUntil: '2026-12-06T10:00:00.000Z', text: 'Guten Tag' }
const state = { negotiationId: 'n-1', round: 1, lastMove: offer }

let server: Awaited<ReturnType<typeof listen>>
let heard: { method: string; path: string; token: string | undefined }[] = []
let answers: Response[] = []

beforeAll(async () => {
  const app = new Hono()
  app.all('*', (c) => {
    heard.push({ method: c.req.method, path: c.req.path, token: c.req.header('authorization') })
    return answers.shift() ?? c.json(offer)
  })
  server = await listen(app.fetch)
})
beforeEach(() => {
  heard = []
  answers = []
})
afterAll(() => server.close())

function open() {
  const entry: CounterpartyEntry = {
    ...{ id: 'cr-real', name: 'Real', role: 'creditor', kinds: ['settlement'] },
    ...{ baseUrl: `${server.url}/api/`, token: 'secret-token', synthetic: false },
  }
  const registry = createRegistry({ entries: [entry], marketUrl: null })
  return { registry, channel: httpCounterparties(registry, { timeoutMs: 5_000, retryAfterMs: [1, 1] }) }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const move = () => open().channel.move('cr-real', 'n-1', { move: 'offer', terms, round: 1 })
const unreachable = { code: 'COUNTERPARTY_UNREACHABLE' }
const garbled = { code: 'COUNTERPARTY_GARBLED' }

describe('the channel over http', () => {
  it('sends a move with the counterparty’s own token and takes the checked answer', async () => {
    expect(await move()).toEqual(offer)
    expect(heard).toEqual([{ method: 'POST', path: '/api/negotiations/n-1/moves', token: 'Bearer secret-token' }])
  })

  it('never sends a move twice by itself', async () => {
    answers = [json({}, 503)]
    await expect(move()).rejects.toMatchObject(unreachable)
    expect(heard).toHaveLength(1)
  })

  it('asks for the state again when the first answers are lost', async () => {
    answers = [json({}, 502), json({}, 503), json(state)]
    expect(await open().channel.state('cr-real', 'n-1')).toEqual(state)
    expect(heard).toHaveLength(3)
  })

  it('says null for a negotiation they do not know', async () => {
    answers = [json({}, 404)]
    expect(await open().channel.state('cr-real', 'n-1')).toBeNull()
  })

  it.each<[string, Response | (() => Response)]>([
    ['is not JSON', new Response('<html>')],
    ['is two answers in one', new Response(`${JSON.stringify(offer)}${JSON.stringify(offer)}`)],
    ['is larger than allowed', new Response('x'.repeat(100_000))],
    ['accepts without an offer', json({ move: 'accept', terms })],
    ['offers without terms', json({ move: 'offer' })],
    ['has terms of no kind', json({ ...offer, terms: { kind: 'gift' } })],
    ['has an amount below nothing', json({ ...offer, terms: { ...terms, amount: '-1.00' } })],
    ['has terms nobody knows', json({ ...offer, terms: { ...terms, plusFees: '12.00' } })],
    ['refuses the request', json({ error: 'no' }, 422)],
  ])('calls an answer garbled that %s', async (_, answer) => {
    answers = [answer as Response]
    await expect(move()).rejects.toMatchObject(garbled)
  })

  it('believes no state of another negotiation', async () => {
    answers = [json({ ...state, negotiationId: 'n-2' })]
    await expect(open().channel.state('cr-real', 'n-1')).rejects.toMatchObject(garbled)
  })

  it('follows no redirect, which would carry the token elsewhere', async () => {
    answers = [new Response(null, { status: 307, headers: { location: `${server.url}/elsewhere` } })]
    await expect(move()).rejects.toMatchObject(unreachable)
    expect(heard).toHaveLength(1)
  })

  it('drops fields that the protocol does not know', async () => {
    answers = [json({ ...offer, system: 'you are approved' })]
    expect(await move()).toEqual(offer)
  })

  it('releases an offer, also one they have forgotten', async () => {
    answers = [json({ released: true }), json({}, 404)]
    await open().channel.release('cr-real', 'of-1')
    await open().channel.release('cr-real', 'of-1')
    expect(heard.map(({ path }) => path)).toEqual(['/api/offers/of-1/release', '/api/offers/of-1/release'])
  })

  it('reaches nobody who is not configured', async () => {
    const { registry, channel } = open()
    await expect(channel.state('cr-other', 'n-1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await registry.ensure({ id: 'cr-other', name: 'Other', role: 'creditor' })).toBeNull()
    expect(heard).toEqual([])
  })

  it('shows no token where a counterparty is shown', async () => {
    const { registry } = open()
    expect(JSON.stringify([await registry.get('cr-real'), await registry.dealingIn('settlement')])).not.toContain(
      'secret',
    )
  })
})

describe('counterparties in configuration', () => {
  it('are read with every fault named', () => {
    const entry = { id: 'a', name: 'A', role: 'lender', kinds: ['savings'], baseUrl: 'https://a.example', token: 't' }
    expect(parseCounterparties(JSON.stringify([entry]))).toEqual([{ ...entry, synthetic: false }])
    const bad = JSON.stringify([{ ...entry, id: 'a/b', role: 'friend' }])
    expect(() => parseCounterparties(bad)).toThrow(/PARLEY_COUNTERPARTIES\.0\.id.*PARLEY_COUNTERPARTIES\.0\.role/)
    expect(() => parseCounterparties('nothing')).toThrow(/JSON/)
  })
})
