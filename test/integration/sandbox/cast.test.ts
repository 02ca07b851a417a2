import { describe, expect, test } from 'vitest'
import { createMarket } from '../../../src/sandbox/market.ts'

const NOW = '2026-11-22T09:00:00.000Z'

const LOAN = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '9000.00',
  nominalRatePercent: '4.00',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
}

function open(setClock?: (now: string) => void) {
  let stands = NOW
  const market = createMarket({
    seed: 'cast',
    clock: { now: () => new Date(stands) },
    setClock: (now) => {
      stands = now
      setClock?.(now)
    },
    bookPath: null,
    slowMs: 0,
  })
  const call = async (method: string, path: string, body?: unknown, token?: string) => {
    const reply = await market.app.request(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: reply.status, json: (await reply.json()) as Record<string, never> & { [key: string]: unknown } }
  }
  return { call }
}

type Played = ReturnType<typeof open>

async function talk({ call }: Played, id: string, moves: number) {
  const { token } = (await call('PUT', `/${id}`, { name: 'A lender', role: 'lender' })).json as unknown as {
    token: string
  }
  const answers = []
  for (let round = 0; round < moves; round += 1) {
    const path = round === 0 ? `/${id}/negotiations` : `/${id}/negotiations/n1/moves`
    const opening = {
      ...{ negotiationId: 'n1', kind: 'instalment-loan', subject: null, facts: {} },
      ...{ opening: LOAN, deadline: '2026-12-01T00:00:00.000Z' },
    }
    const body = round === 0 ? opening : { move: 'offer', terms: LOAN, round }
    answers.push((await call('POST', path, body, token)).json as unknown as Answer)
  }
  return answers
}

interface Answer {
  readonly move: string
  readonly terms?: typeof LOAN
  readonly validUntil?: string
  readonly text?: string
}

const cast = (change: Record<string, unknown>) => ({
  parties: [{ id: 'bk-one', name: 'One', role: 'lender', manner: 'conceding', asks: '8.90', limit: '6.50', ...change }],
})

describe('a market that is cast', () => {
  test('shows just whom it was told to play, and keeps to their first ask and limit', async () => {
    const market = open()
    await market.call('PUT', '/', cast({}))
    const { counterparties } = (await market.call('GET', '/')).json as unknown as { counterparties: { id: string }[] }
    expect(counterparties.map(({ id }) => id)).toEqual(['bk-one'])
    const rates = (await talk(market, 'bk-one', 8)).map(({ terms }) => Number(terms?.nominalRatePercent))
    expect(Math.max(...rates)).toBeLessThanOrEqual(8.9)
    expect(rates.at(-1)).toBeCloseTo(6.5, 1)
  })

  test('never says what it asks or how far it goes', async () => {
    const market = open()
    await market.call('PUT', '/', cast({ limit: '6.51' }))
    expect(JSON.stringify((await market.call('GET', '/')).json)).not.toContain('6.51')
    expect(JSON.stringify((await market.call('GET', '/bk-one')).json)).not.toContain('6.51')
  })

  test.each([
    ['hidden-fee', (terms: typeof LOAN) => Number(terms.originationFee) > 0],
    ['longer-term', (terms: typeof LOAN) => terms.termMonths > LOAN.termMonths],
    ['other-currency', (terms: typeof LOAN) => terms.currency === 'USD'],
    ['per-month', (terms: typeof LOAN) => Number(terms.nominalRatePercent) < 1],
  ])('plays the trick %s in its typed terms', async (trick, shows) => {
    const market = open()
    await market.call('PUT', '/', cast({ tricks: [trick] }))
    const [answer] = await talk(market, 'bk-one', 1)
    expect(answer?.terms !== undefined && shows(answer.terms)).toBe(true)
  })

  test('lets an offer explode, and tells time as it is told', async () => {
    const market = open()
    await market.call('PUT', '/', { ...cast({ tricks: ['exploding'] }), now: '2026-11-25T09:00:00.000Z' })
    const [answer] = await talk(market, 'bk-one', 1)
    expect(answer?.validUntil).toBe('2026-11-25T09:10:00.000Z')
  })

  test('says the words it was given, one a round', async () => {
    const market = open()
    await market.call('PUT', '/', cast({ says: ['first', 'second'] }))
    expect((await talk(market, 'bk-one', 3)).map(({ text }) => text)).toEqual(['first', 'second', 'first'])
  })

  test('refuses a cast that is none', async () => {
    expect((await open().call('PUT', '/', { parties: [{ id: 'x' }] })).status).toBe(400)
  })
})
