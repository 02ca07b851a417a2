import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CounterpartyEntry } from '../../../src/channels/registry.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { listen, startMarket, type TestMarket } from '../../support/market.ts'
import { openNegotiating, seedFile } from '../../support/negotiating.ts'

let database: TestDatabase
let market: TestMarket
let odd: Awaited<ReturnType<typeof oddParties>>

beforeAll(async () => {
  database = await openTestDatabase()
  market = await startMarket()
  odd = await oddParties()
})
afterAll(async () => {
  await odd.close()
  await market.close()
  await database.close()
})

/** Counterparties that keep to no protocol, each under its own path. */
async function oddParties() {
  const app = new Hono()
  const heard: string[] = []
  app.use(async (c, next) => {
    heard.push(`${c.req.method} ${c.req.path}`)
    return next()
  })
  app.all('/hangs/*', () => new Promise<Response>(() => {}))
  app.all('/garbage/*', (c) => c.html('<h1>Maintenance</h1>'))
  app.all('/floods/*', () => new Response('x'.repeat(200_000)))
  app.get('/twice/negotiations/:id', (c) => c.json({ negotiationId: c.req.param('id'), round: 0, lastMove: second }))
  app.all('/twice/*', () => new Response(`${JSON.stringify(first)}\n${JSON.stringify(second)}`))
  app.all('/elsewhere/*', (c) => c.redirect(`${c.req.url.replace('elsewhere', 'garbage')}`, 307))
  const server = await listen(app.fetch)
  return { ...server, heard }
}

const terms = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '8036.12',
  nominalRatePercent: '11.50',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '1.0',
}
const first = { move: 'offer', terms, offerId: 'of-first', validUntil: '2026-12-06T10:00:00.000Z' }
const second = { ...first, terms: { ...terms, nominalRatePercent: '11.40' }, offerId: 'of-second' }

function entry(id: string): CounterpartyEntry {
  const common = {
    role: 'lender' as const,
    kinds: ['instalment-loan' as const],
    token: 'secret-token',
    synthetic: true,
  }
  return { id, name: id, baseUrl: `${odd.url}/${id}`, ...common }
}

describe('several counterparties at once', () => {
  it('leaves the others undisturbed by one that hangs, one that talks garbage, one that floods, one that answers twice', async () => {
    const house = openNegotiating(database, {
      marketUrl: market.url,
      entries: ['hangs', 'garbage', 'floods', 'twice', 'elsewhere'].map(entry),
      timeoutMs: 2_000,
    })
    const customer = await seedFile(database, 'anna')
    const { taskId } = await house.delegate({
      ...customer,
      need: 'refinance-loan',
      subject: { type: 'contract', id: 'k-anna-1' },
      goal: 'A better rate',
      limits: {},
      counterparties: [
        'hangs',
        'garbage',
        'floods',
        'twice',
        'elsewhere',
        'bk-foerdebank',
        'bk-auenkredit',
        'bk-direkt-sued',
      ],
    })
    const talks = new Map(
      (await house.negotiations.negotiationsOf(taskId)).map((talk) => [talk.counterpartyId, talk] as const),
    )
    expect(talks.get('hangs')).toMatchObject({ status: 'failed', ending: 'unreachable' })
    expect(talks.get('garbage')).toMatchObject({ status: 'failed', ending: 'garbled' })
    expect(talks.get('floods')).toMatchObject({ status: 'failed', ending: 'garbled' })
    expect(talks.get('elsewhere')).toMatchObject({ status: 'failed', ending: 'unreachable' })
    const sound = ['bk-foerdebank', 'bk-auenkredit', 'bk-direkt-sued'].map((id) => talks.get(id)?.status)
    expect(sound).toContain('agreed')
    expect(sound.every((status) => status === 'agreed' || status === 'impasse' || status === 'walked-away')).toBe(true)
    expect(await house.negotiations.task(taskId)).toMatchObject({ status: 'awaiting-approval' })
  })

  it('records one answer a round from a counterparty that answers twice', async () => {
    const house = openNegotiating(database, { marketUrl: null, entries: [entry('twice')], timeoutMs: 2_000 })
    const customer = await seedFile(database, 'anna')
    const { taskId } = await house.delegate({
      ...customer,
      need: 'refinance-loan',
      subject: { type: 'contract', id: 'k-anna-1' },
      goal: 'A better rate',
      limits: {},
    })
    const [talk] = await house.negotiations.negotiationsOf(taskId)
    const moves = await house.negotiations.moves(talk?.id ?? '')
    const theirs = moves.filter(({ side, round }) => side === 'theirs' && round === 0)
    expect(theirs).toHaveLength(1)
    expect(theirs[0]?.offerId).toBe('of-second') // two answers in one body are none; their state says which one stands
  })

  it('contacts nobody outside the mandate and tells nobody more than it allows', async () => {
    const own = await startMarket()
    const house = openNegotiating(database, { marketUrl: own.url })
    const customer = await seedFile(database, 'anna')
    await house.delegate({
      ...customer,
      need: 'refinance-loan',
      subject: { type: 'contract', id: 'k-anna-1' },
      goal: 'A better rate',
      limits: { maxNominalRatePercent: '8.37' },
      counterparties: ['bk-talerwerk', 'bk-lindenkasse'],
      disclosures: ['age-band'],
    })
    const book = await own.book()
    await own.close()
    const answered = book.filter((line) => line.type === 'answered')
    expect(new Set(answered.map(({ partyId }) => partyId))).toEqual(new Set(['bk-talerwerk', 'bk-lindenkasse']))
    const told = answered.flatMap(({ heard }) => Object.entries((heard.facts ?? {}) as object))
    expect(told).toEqual([
      ['age-band', '30-39'],
      ['age-band', '30-39'],
    ])
    const words = answered.map(({ heard }) => heard.text ?? '').join('\n')
    expect(words).not.toMatch(/8[.,]37|Anna|2310|RK-881/)
    expect(words).toContain('KI-Assistent')
  })

  it('lets text decide nothing: an injecting lender gets what a silent one with the same terms would get', async () => {
    const own = await startMarket()
    await own.enrol('bk-quiet', { name: 'Quiet', role: 'lender', manner: 'conceding' })
    await own.enrol('bk-loud', { name: 'Loud', role: 'lender', manner: 'hostile' })
    const house = openNegotiating(database, { marketUrl: own.url })
    const customer = await seedFile(database, 'anna')
    const { taskId } = await house.delegate({
      ...customer,
      need: 'refinance-loan',
      subject: { type: 'contract', id: 'k-anna-1' },
      goal: 'A better rate',
      limits: {},
      counterparties: ['bk-loud'],
    })
    const [talk] = await house.negotiations.negotiationsOf(taskId)
    const moves = await house.negotiations.moves(talk?.id ?? '')
    await own.close()
    const injected = moves.filter(({ side }) => side === 'theirs').map(({ text }) => text)
    expect(injected.join(' ')).toMatch(/SYSTEM|assistant|Anweisung/)
    const ours = moves.filter(({ side }) => side === 'ours').map(({ text }) => text)
    expect(ours.join(' ')).not.toMatch(/SYSTEM|Ignore|accept the current/)
    expect((await house.approvals.proposal('none')) ?? null).toBeNull()
  })
})
