/** "Die Mahngebühr über 5 € ist doch nicht rechtens, oder?": from the sentence to the letter in the customer's hand. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

interface Letter {
  id: string
  proposalId: string
  channel: string
  status: string
  sha256: string
  dispatchedAt: string | null
  confirmedBy: string | null
}
interface Request {
  id: string
  proposal: { termsHash: string; terms: { acts: { terms: { letter: string; answerBy: string } }[] } }
}

const ANNA = readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8')
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')

async function contest(whole: Whole, locale: 'de' | 'en' = 'de') {
  const threadId = await whole.thread(anna, locale)
  const said =
    locale === 'de'
      ? ['Die Mahngebühr über 5 € ist doch nicht rechtens, oder?', 'Ja']
      : ['The dunning fee of 5 € is not lawful, is it?', 'Yes, please put the dispute forward']
  const draft = await whole.say(anna, threadId, said[0] ?? '', locale)
  const proposed = await whole.say(anna, threadId, said[1] ?? '', locale)
  const { approvals } = await whole.read<{ approvals: Request[] }>(rita, '/v1/approvals?status=pending')
  return { threadId, draft, proposed, request: approvals[0] }
}

async function approve(whole: Whole, { id, proposal }: Request) {
  const vote = { decision: 'approve', termsHash: proposal.termsHash }
  for (const who of [rita, anna]) await whole.call(who, 'POST', `/v1/approvals/${id}/decision`, vote)
  for (let i = 0; i < 4; i += 1) await whole.drain()
}

describe('a creditor who is not reachable by the protocol', () => {
  let whole: Whole
  beforeAll(async () => {
    whole = await openWhole()
    await whole.call(staff('operator'), 'POST', '/v1/import', JSON.parse(ANNA))
  })
  afterAll(() => whole.close())

  it('gets a letter that is prepared, and is said to be no more than that until somebody has posted it', async () => {
    const { threadId, draft, proposed, request } = await contest(whole)
    expect(draft.text).toMatch(/5,00 €/)
    for (const part of [
      'Unstrittig bleiben: 89,95 €',
      '6. Dezember 2026',
      'Der Grund ist stark',
      'kein Versprechen',
      '§ 212 BGB',
    ]) {
      expect(draft.text).toContain(part)
    }
    expect(request, proposed.text).toBeDefined()
    if (request === undefined) return
    expect(await whole.read(anna, '/v1/letters')).toEqual({ letters: [] })
    await approve(whole, request)

    const { letters } = await whole.read<{ letters: Letter[] }>(anna, '/v1/letters')
    expect(letters).toMatchObject([{ proposalId: request.id, channel: 'post', status: 'prepared', dispatchedAt: null }])
    const [letter] = letters
    if (letter === undefined) return
    const told = (await whole.messages(threadId)).at(-1)?.text ?? ''
    expect(told).toContain('vorbereitet, aber noch nicht abgeschickt')
    expect(told).not.toMatch(/bestätigt|habe .*(gesendet|geschickt)/)

    const pdf = new Uint8Array(await (await whole.call(anna, 'GET', `/v1/letters/${letter.id}/pdf`)).arrayBuffer())
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(letter.sha256)
    const words = readPdf(pdf).lines.join(' ').replaceAll(/\s+/g, ' ')
    for (const part of ['Anna Beispiel', 'Modehaus Elbe', 'Ihr Zeichen ME-20931', '6. Dezember 2026', '5,00 €']) {
      expect(words).toContain(part)
    }
    const approved = request.proposal.terms.acts[0]?.terms.letter ?? ''
    for (const word of approved.split(/[\s|]+/)) expect(words).toContain(word)

    whole.clock.set('2026-11-23T09:00:00.000Z')
    for (const who of [anna, staff('duty-agent')]) {
      const response = await whole.call(who, 'POST', `/v1/letters/${letter.id}/dispatched`)
      expect(await response.json()).toMatchObject({
        status: 'dispatched',
        dispatchedAt: '2026-11-23T09:00:00.000Z',
        confirmedBy: anna.subject,
      })
      whole.clock.set('2026-11-24T09:00:00.000Z')
    }
  })

  it('is not shown to, and not confirmed by, another customer', async () => {
    const { letters } = await whole.read<{ letters: Letter[] }>(anna, '/v1/letters')
    const path = `/v1/letters/${letters[0]?.id}`
    const ben = customer('c-ben')
    expect(await whole.read(ben, '/v1/letters')).toEqual({ letters: [] })
    expect((await whole.call(ben, 'GET', `${path}/pdf`)).status).toBe(404)
    expect((await whole.call(ben, 'POST', `${path}/dispatched`)).status).toBe(404)
    expect((await whole.call(rita, 'GET', `${path}/pdf`)).status).toBe(200)
  })

  it('is a letter whose content nobody changes any more', async () => {
    await expect(whole.pool.query("update letters set subject = 'x'")).rejects.toThrow()
    await expect(whole.pool.query('delete from letters')).rejects.toThrow()
    await expect(whole.pool.query("update letter_dispatches set confirmed_by = 'x'")).rejects.toThrow()
  })
})

describe('the wait for an answer', () => {
  let whole: Whole
  beforeAll(async () => {
    whole = await openWhole()
    await whole.call(staff('operator'), 'POST', '/v1/import', JSON.parse(ANNA))
  })
  afterAll(() => whole.close())

  const letters = async () => (await whole.read<{ letters: Letter[] }>(anna, '/v1/letters')).letters
  const disputes = async () =>
    (await whole.read<{ disputes: { id: string; state: string; answerBy: string | null }[] }>(anna, '/v1/disputes'))
      .disputes
  const pending = async () =>
    (await whole.read<{ approvals: Request[] }>(rita, '/v1/approvals?status=pending')).approvals
  const drainOn = async (day: string) => {
    whole.clock.set(`${day}T09:00:00.000Z`)
    await whole.drain()
  }

  it('begins when the letter was posted, brings one follow-up that needs an approval, and then a person', async () => {
    const { threadId, request } = await contest(whole)
    if (request === undefined) throw new Error('no proposal')
    await approve(whole, request)
    await drainOn('2026-12-20')
    expect(await disputes()).toMatchObject([{ state: 'prepared', answerBy: null }])
    expect(await pending()).toEqual([])

    whole.clock.set('2026-11-30T09:00:00.000Z')
    await whole.call(anna, 'POST', `/v1/letters/${(await letters())[0]?.id}/dispatched`)
    expect(await disputes()).toMatchObject([{ state: 'waiting', answerBy: '2026-12-14' }])
    await drainOn('2026-12-14')
    expect(await pending()).toEqual([])

    await drainOn('2026-12-15')
    await drainOn('2026-12-16')
    const [second, ...more] = await pending()
    expect(more).toEqual([])
    if (second === undefined) throw new Error('no follow-up')
    const text = second.proposal.terms.acts[0]?.terms.letter ?? ''
    expect(text).toContain('Erinnerung an meinen Widerspruch')
    expect(text).toContain('Schreiben vom 30. November 2026')
    expect((await whole.messages(threadId)).at(-1)?.text).toContain('keine Antwort von Modehaus Elbe verzeichnet')
    expect((await letters()).length).toBe(1)

    await approve(whole, second)
    const followUp = (await letters()).find(({ proposalId }) => proposalId === second.id)
    await whole.call(anna, 'POST', `/v1/letters/${followUp?.id}/dispatched`)
    await drainOn('2026-12-30')
    expect((await disputes()).map(({ state }) => state)).toEqual(['waiting', 'followed-up'])
    await drainOn('2026-12-31')
    await drainOn('2027-01-02')
    expect((await disputes()).map(({ state }) => state)).toEqual(['handed-off', 'followed-up'])
    const { handoffs } = await whole.read<{ handoffs: { threadId: string; reason: string; summary: string }[] }>(
      staff('operator'),
      '/v1/handoffs',
    )
    expect(handoffs).toMatchObject([{ threadId, reason: 'needs-human' }])
    expect(handoffs[0]?.summary).toContain('has not answered the follow-up')
    expect(await pending()).toEqual([])
  })

  it('ends when somebody says that the creditor answered', async () => {
    const ben = customer('c-ben')
    await whole.call(staff('operator'), 'POST', '/v1/import', {
      ...JSON.parse(ANNA.replaceAll('c-anna', 'c-ben').replaceAll('d-anna', 'd-ben')),
      contracts: [],
      offers: [],
    })
    whole.clock.set('2026-11-22T10:00:00.000Z')
    const threadId = await whole.thread(ben)
    await whole.say(ben, threadId, 'Die Mahngebühr über 5 € ist doch nicht rechtens, oder?')
    await whole.say(ben, threadId, 'Ja')
    const [request] = await pending()
    if (request === undefined) throw new Error('no proposal')
    const vote = { decision: 'approve', termsHash: request.proposal.termsHash }
    for (const who of [rita, ben]) await whole.call(who, 'POST', `/v1/approvals/${request.id}/decision`, vote)
    for (let i = 0; i < 4; i += 1) await whole.drain()
    const { letters: own } = await whole.read<{ letters: Letter[] }>(ben, '/v1/letters')
    await whole.call(ben, 'POST', `/v1/letters/${own[0]?.id}/dispatched`)
    const path = `/v1/disputes/${request.id}/answered`
    expect((await whole.call(anna, 'POST', path, { outcome: 'insists' })).status).toBe(404)
    const answered = await whole.call(ben, 'POST', path, { outcome: 'withdrawn' })
    expect(await answered.json()).toMatchObject({ state: 'answered' })
    await drainOn('2027-02-01')
    expect(await pending()).toEqual([])
  })
})

describe('a creditor who speaks the protocol', () => {
  let whole: Whole
  let market: TestMarket
  beforeAll(async () => {
    market = await startMarket()
    whole = await openWhole({ marketUrl: market.url })
    await whole.call(staff('operator'), 'POST', '/v1/import', JSON.parse(ANNA))
  })
  afterAll(async () => {
    await whole.close()
    await market.close()
  })

  it('gets the notice once, and the customer keeps the PDF as a copy', async () => {
    const { threadId, request } = await contest(whole, 'en')
    expect(request).toBeDefined()
    if (request === undefined) return
    await approve(whole, request)
    const noticed = (await market.book()).filter(({ type }) => type === 'noticed')
    expect(noticed).toHaveLength(1)
    const { letters } = await whole.read<{ letters: Letter[] }>(anna, '/v1/letters')
    expect(letters).toMatchObject([{ channel: 'http', status: 'dispatched', confirmedBy: null }])
    const told = (await whole.messages(threadId)).at(-1)?.text ?? ''
    expect(told).toContain('confirmed on')
    const again = await whole.call(anna, 'POST', `/v1/letters/${letters[0]?.id}/dispatched`)
    expect(again.status).toBe(409)
  })
})
