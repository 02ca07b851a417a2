/** A refinancing from the mandate to the reviewer's questions, the contract, and its withdrawal, in the whole service. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer, staff } from '../../support/door.ts'
import { NOW } from '../../support/gate.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

interface Request {
  readonly id: string
  readonly status: string
  readonly proposal: {
    readonly termsHash: string
    readonly terms: { readonly acts: readonly { readonly type: string }[] }
  }
  readonly questions: readonly {
    readonly id: string
    readonly to: 'agent' | 'customer'
    readonly answer: { readonly text: { readonly de: string }; readonly messageId: string | null } | null
  }[]
  readonly clock: { readonly pausedSince: string | null }
}
interface Commitment {
  readonly proposalId: string
  readonly act: number
  readonly reference: string
  readonly undo?: { readonly fromDay: string; readonly lastDay: string; readonly source: string }
}

const ANNA = JSON.parse(readFileSync(new URL('../../../src/demo/anna.json', import.meta.url), 'utf8'))
const anna = customer('c-anna')
const rita = staff('reviewer', 'rita')
const sami = staff('reviewer', 'sami')

let market: TestMarket
let whole: Whole
let threadId: string

beforeAll(async () => {
  market = await startMarket()
  whole = await openWhole({ marketUrl: market.url })
  await whole.call(staff('operator'), 'POST', '/v1/import', ANNA)
  threadId = await whole.thread(anna)
})
afterAll(async () => {
  await whole.close()
  await market.close()
})

async function settle() {
  for (let i = 0; i < 4; i += 1) await whole.drain()
}

async function pending(): Promise<readonly Request[]> {
  return (await whole.read<{ approvals: Request[] }>(rita, '/v1/approvals?status=pending')).approvals
}

function theOnly(requests: readonly Request[]): Request {
  const [only, ...others] = requests
  if (only === undefined || others.length > 0) throw new Error(`${requests.length} requests were found`)
  return only
}

const one = (id: string) => whole.read<Request>(rita, `/v1/approvals/${id}`)

async function decide(as: typeof rita, id: string, json: object) {
  const { proposal } = await one(id)
  return whole.call(as, 'POST', `/v1/approvals/${id}/decision`, { termsHash: proposal.termsHash, ...json })
}

async function approveAll(id: string) {
  expect((await decide(rita, id, { decision: 'approve' })).status).toBe(200)
  if ((await one(id)).status === 'pending') await decide(anna as never, id, { decision: 'approve' })
  await settle()
}

/** From a mandate confirmed by the customer to the proposal that comes of it. */
async function refinance(thread = threadId): Promise<Request> {
  const mandate = {
    need: 'refinance-loan',
    subject: { type: 'contract', id: 'k-anna-1' },
    limits: { maxTermMonths: 36 },
    counterparties: ['bk-direkt-sued', 'bk-musterbank-nord'],
  }
  const draft = await whole.call(anna, 'POST', '/v1/mandates', { ...mandate, threadId: thread })
  const { id } = (await draft.json()) as { id: string }
  const before = new Set((await pending()).map((request) => request.id))
  await whole.call(anna, 'POST', `/v1/mandates/${id}/confirm`)
  await settle()
  return theOnly((await pending()).filter((request) => !before.has(request.id)))
}

async function contractOf(proposalId: string): Promise<Commitment> {
  const { commitments } = await whole.read<{ commitments: Commitment[] }>(anna, '/v1/commitments')
  const found = commitments.find((commitment) => commitment.proposalId === proposalId && commitment.act === 0)
  if (found === undefined) throw new Error('nothing was committed')
  return found
}

const toCustomer = ({ questions }: Request) => questions.find(({ to }) => to === 'customer')
const lastText = async () => (await whole.messages(threadId)).at(-1)?.text ?? ''

describe('a reviewer who asks', () => {
  let request: Request
  beforeAll(async () => {
    request = await refinance()
  })

  it('gets an answer of the agent at once, from the reasons behind the figures', async () => {
    const response = await decide(rita, request.id, {
      decision: 'ask',
      to: 'agent',
      question: 'Woher kommt die Ersparnis, und warum nicht der andere Anbieter?',
    })
    expect(response.status).toBe(200)
    const body = (await response.json()) as { outcome: string; question: Request['questions'][number] }
    expect(body.outcome).toBe('open')
    expect(body.question.answer?.text.de).toMatch(/Der Vorschlag stützt sich auf: offer of/)
    expect(body.question.answer?.text.de).toMatch(/Alternative: Nichts tun/)
  })

  it('asks the customer in the conversation, whose reply comes back to the request', async () => {
    await decide(rita, request.id, { decision: 'ask', to: 'customer', question: 'Steht bis 2027 ein Umzug an?' })
    expect(await lastText()).toMatch(/Die Prüfung hat eine Frage.*Steht bis 2027 ein Umzug an\?/s)
    expect((await one(request.id)).clock.pausedSince).not.toBeNull()
    const aside = await whole.say(anna, threadId, 'Was bedeutet effektiver Jahreszins?')
    expect(aside.text).not.toMatch(/liegt jetzt der prüfenden Person vor/)
    expect(toCustomer(await one(request.id))?.answer).toBeNull()
    const reply = await whole.say(anna, threadId, 'Nein, ein Umzug ist nicht geplant.')
    expect(reply.text).toMatch(/liegt jetzt der prüfenden Person vor/)
    const answered = await one(request.id)
    expect(answered).toMatchObject({ id: request.id, status: 'pending', clock: { pausedSince: null } })
    expect(toCustomer(answered)?.answer?.text.de).toBe('Nein, ein Umzug ist nicht geplant.')
    const said = (await whole.messages(threadId)).find(({ id }) => id === toCustomer(answered)?.answer?.messageId)
    expect(said?.text).toBe('Nein, ein Umzug ist nicht geplant.')
  })

  it('has the question and its answer handed out with everything else on record about the customer', async () => {
    await decide(rita, request.id, { decision: 'ask', to: 'agent', question: 'Was kostet es?' })
    const exported = await whole.read<{ reviewQuestions: { question: string }[]; reviewAnswers: unknown[] }>(
      anna,
      '/v1/me/export',
    )
    expect(exported.reviewQuestions.map(({ question }) => question)).toContain('Was kostet es?')
    expect(exported.reviewAnswers.length).toBeGreaterThan(0)
  })

  it('is told of an answer by the API as well, for customers without a conversation', async () => {
    const asked = await decide(rita, request.id, { decision: 'ask', to: 'customer', question: 'Sicher?' })
    const { question } = (await asked.json()) as { question: { id: string } }
    const path = `/v1/approvals/${request.id}/answer`
    const answer = { questionId: question.id, text: 'Ganz sicher.' }
    expect((await whole.call(anna, 'POST', path, answer)).status).toBe(200)
    expect((await whole.call(anna, 'POST', path, answer)).status).toBe(200)
    expect((await whole.call(anna, 'POST', path, { ...answer, text: 'Doch nicht.' })).status).toBe(409)
  })
})

describe('a correction', () => {
  it('in the conversation voids what waits for approval at once, and a vote after it counts for nothing', async () => {
    const own = await whole.thread(anna)
    const request = await refinance(own)
    const committed = async () =>
      (await whole.read<{ commitments: unknown[] }>(anna, '/v1/commitments')).commitments.length
    const before = await committed()
    await whole.say(anna, own, 'Ich habe es mir anders überlegt: höchstens 24 Monate Laufzeit.')
    const closed = await whole.read<{ status: string; outcome: object }>(rita, `/v1/approvals/${request.id}`)
    expect(closed).toMatchObject({ status: 'closed', outcome: { outcome: 'voided' } })
    const late = await decide(rita, request.id, { decision: 'approve' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'MANDATE_REVOKED' })
    const asking = await decide(rita, request.id, { decision: 'ask', to: 'agent', question: 'Why?' })
    expect(asking.status).toBe(409)
    await settle()
    expect(await committed()).toBe(before)
    expect(JSON.stringify((await whole.messages(own)).map(({ text }) => text))).toMatch(/gilt nicht mehr/)
  })
})

describe('a contract', () => {
  let contract: Commitment
  beforeAll(async () => {
    const request = await refinance()
    await approveAll(request.id)
    contract = await contractOf(request.id)
  })

  it('is recorded with its last day to withdraw, the law, and the words that offer it', async () => {
    expect(contract.undo).toMatchObject({ fromDay: '2026-11-22', lastDay: '2026-12-06' })
    expect(contract.undo?.source).toMatch(/495/)
    expect(await lastText()).toMatch(/bis 6\. Dezember 2026 widerrufen.*495/s)
  })

  it('is withdrawn from in the conversation: proposed, approved, sent once, and told', async () => {
    const reply = await whole.say(anna, threadId, 'Ich will das widerrufen.')
    expect(reply.text).toMatch(/Widerruf Ihres Vertrags.*Verschickt ist noch nichts/s)
    const request = theOnly((await pending()).filter(({ proposal }) => proposal.terms.acts[0]?.type === 'notice'))
    expect(request.proposal.terms.acts).toMatchObject([
      { type: 'notice', notice: 'withdrawal', subject: { reference: contract.reference } },
    ])
    const again = await whole.call(anna, 'POST', `/v1/commitments/${contract.proposalId}/withdraw`)
    expect(await again.json()).toMatchObject({ approvalId: request.id })
    const withdrawn = async () =>
      (await market.book()).filter((line) => line.type === 'noticed' && line.kind === 'withdrawal')
    expect(await withdrawn()).toEqual([])
    expect((await decide(rita, request.id, { decision: 'approve' })).status).toBe(200)
    expect((await whole.say(anna, threadId, 'Ja')).text).toMatch(/freigegeben/)
    await settle()
    expect(await withdrawn()).toMatchObject([{ type: 'noticed', subject: { reference: contract.reference } }])
    expect(await lastText()).toMatch(/[Ww]iderruf/)
    const twice = await whole.call(anna, 'POST', `/v1/commitments/${contract.proposalId}/withdraw`)
    expect(twice.status).toBe(409)
    expect((await whole.say(anna, threadId, 'Ich widerrufe den Vertrag')).text).not.toMatch(
      /Verschickt ist noch nichts/,
    )
  })

  it('opens one withdrawal however many ask at once, and none after the last day', async () => {
    const request = await refinance()
    await approveAll(request.id)
    const path = `/v1/commitments/${request.id}/withdraw`
    const asked = await Promise.all([1, 2, 3].map(() => whole.call(anna, 'POST', path)))
    expect(asked.map(({ status }) => status)).toEqual([201, 201, 201])
    const ids = await Promise.all(asked.map(async (r) => ((await r.json()) as { approvalId: string }).approvalId))
    expect(new Set(ids).size).toBe(1)
    await decide(sami, ids[0] ?? '', { decision: 'reject', reason: 'Die Kundin hat es sich anders überlegt.' })
    whole.clock.set('2026-12-07T10:00:00.000Z')
    const late = await whole.call(anna, 'POST', path)
    expect(late.status).toBe(409)
    expect(((await late.json()) as { detail: string }).detail).toMatch(/last day.*2026-12-06/)
    const reply = await whole.say(anna, threadId, 'Ich will den Vertrag widerrufen')
    expect(reply.text).toMatch(/Frist zum Widerruf am 6\. Dezember 2026 abgelaufen/)
  })
})

describe('a request that nobody decides', () => {
  it('is passed on, runs out as a no, and the customer hears of it in the conversation', async () => {
    whole.clock.set(NOW)
    const request = await refinance()
    whole.clock.set('2026-11-24T10:00:00.000Z')
    await settle()
    expect(await one(request.id)).toMatchObject({ status: 'pending', escalation: 2 })
    whole.clock.set('2026-12-06T10:00:00.000Z')
    await settle()
    expect(await one(request.id)).toMatchObject({ status: 'closed', outcome: { outcome: 'expired' } })
    expect(await lastText()).toMatch(/nicht alle Freigaben vor, und das heißt Nein/)
    const late = await decide(rita, request.id, { decision: 'approve' })
    expect(late.status).toBe(409)
  })
})
