/** The service in workerd, over PostgreSQL, by HTTP alone: what a customer and a reviewer do, and what comes of it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintToken } from '../../src/http/authenticator.ts'
import type { Principal } from '../../src/http/principal.ts'
import { type ApiClient, apiClient } from '../../src/server/api-client.ts'
import { systemClock } from '../../tools/shared/clock.ts'
import { startCounterparty, type TestCounterparty } from '../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type RunningWorker, startWorker } from '../support/wrangler.ts'

const SECRET = 'a secret of this test, and of no other'
const SAMPLE = join(import.meta.dirname, '../data/samples/anna.json')

interface Request {
  readonly id: string
  readonly status: string
  readonly proposal: { readonly termsHash: string; readonly terms: { readonly acts: readonly { type: string }[] } }
  readonly waitsFor: readonly string[]
  readonly execution: { readonly kind: string }
}
interface Answer {
  readonly status: string
  readonly reply: { readonly text: string } | null
}

let database: TestDatabase
let creditor: TestCounterparty
let worker: RunningWorker
let anna: ApiClient
let rita: ApiClient
let operator: ApiClient
let threadId: string

async function speakingAs(subject: string, role: Principal['role'], customerId: string | null): Promise<ApiClient> {
  const secret = new TextEncoder().encode(SECRET)
  return apiClient(worker.url, await mintToken({ secret, clock: systemClock }, { subject, role, customerId }))
}

async function until<T>(look: () => Promise<T>, done: (value: T) => boolean, what: string): Promise<T> {
  for (let tries = 0; tries < 60; tries += 1) {
    const value = await look()
    if (done(value)) return value
    await sleep(500)
  }
  throw new Error(`Not seen: ${what}.\n${worker.output().slice(-4000)}`)
}

/** What the database holds of the graph that waits on a proposal. */
async function waitingAt(proposalId: string): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ value: string }>(
    `select value from checkpoint_writes where thread_id = $1 and channel = '__interrupt__'`,
    [`proposal:${proposalId}`],
  )
  return rows.map((row) => row.value)
}

async function connections(): Promise<number> {
  const { rows } = await database.pool.query<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity
     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  )
  return rows[0]?.open ?? 0
}

beforeAll(async () => {
  database = await openTestDatabase()
  if (database.url === undefined) throw new Error('The worker suite needs PostgreSQL: run `npm run test:worker`.')
  creditor = await startCounterparty()
  worker = await startWorker({
    databaseUrl: database.url,
    vars: {
      PARLEY_DEMO_SECRET: SECRET,
      PARLEY_NOW: '2026-11-22T10:00:00Z',
      PARLEY_PROFILE: 'self-use',
      PARLEY_COUNTERPARTIES: JSON.stringify([
        {
          id: 'cr-modehaus-elbe',
          name: 'Modehaus Elbe',
          role: 'creditor',
          kinds: ['fee-waiver'],
          baseUrl: creditor.baseUrl,
          token: creditor.token,
        },
      ]),
    },
  })
  anna = await speakingAs('anna', 'customer', 'c-anna')
  rita = await speakingAs('rita', 'reviewer', null)
  operator = await speakingAs('olaf', 'operator', null)
})

afterAll(async () => {
  await worker?.stop()
  await creditor?.close()
  await database?.close()
})

describe('the Worker', () => {
  it('serves the page with its headers, and the API document, without the database', async () => {
    const page = await fetch(worker.url)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('<!doctype html>')
    expect((await fetch(`${worker.url}/web/app.js`)).headers.get('content-type')).toContain('javascript')
    const api = (await (await fetch(`${worker.url}/openapi.json`)).json()) as { paths: object }
    expect(Object.keys(api.paths)).toContain('/v1/threads/{id}/messages')
  })

  it('refuses a token of another secret', async () => {
    const secret = new TextEncoder().encode('quite another secret of thirty-two bytes')
    const who = { subject: 'eve', role: 'operator', customerId: null } as const
    const token = await mintToken({ secret, clock: systemClock }, who)
    await expect(apiClient(worker.url, token).get('/v1/figures')).rejects.toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    })
  })

  it('takes over a customer and answers a message from the records', async () => {
    await operator.post('/v1/import', JSON.parse(await readFile(SAMPLE, 'utf8')))
    const thread = await anna.post<{ id: string }>('/v1/threads', { locale: 'de' })
    threadId = thread.id
    const answer = await anna.post<Answer>(`/v1/threads/${threadId}/messages`, { text: 'Was schulde ich, und wem?' })
    expect(answer.status).toBe('replied')
    expect(answer.reply?.text).toContain('Modehaus Elbe')
    expect(answer.reply?.text).toContain('95,95')
  })

  it('streams a reply to its end', async () => {
    const events: { event: string; data: unknown }[] = []
    const text = 'Widersprich bitte der Mahngebühr von Modehaus Elbe.'
    for await (const event of anna.stream(`/v1/threads/${threadId}/messages`, { text })) events.push(event)
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['tool', 'token', 'reply']))
    expect(events.at(-1)).toMatchObject({ event: 'end', data: { status: 'replied' } })
  })

  it('stops at a proposal until a reviewer has approved it, sends it once, and only then says so', async () => {
    const answer = await anna.post<Answer>(`/v1/threads/${threadId}/messages`, { text: 'Ja, schick das bitte ab.' })
    expect(answer.status).toBe('replied')
    const open = () => rita.get<{ approvals: Request[] }>('/v1/approvals')
    const { approvals } = await until(open, (found) => found.approvals.length > 0, 'a request for approval')
    const request = approvals[0] as Request
    expect(request).toMatchObject({ status: 'pending', execution: { kind: 'waiting' } })
    expect(request.proposal.terms.acts.map(({ type }) => type)).toEqual(['notice'])
    await until(
      () => waitingAt(request.id),
      (found) => found.length === 1,
      'an interrupt of the waiting graph',
    )
    expect(creditor.received).toEqual([])

    const vote = { decision: 'approve', termsHash: request.proposal.termsHash }
    await rita.post(`/v1/approvals/${request.id}/decision`, vote)
    if (request.waitsFor.includes('customer')) await anna.post(`/v1/approvals/${request.id}/decision`, vote)
    const seen = await until(
      () => rita.get<Request>(`/v1/approvals/${request.id}`),
      ({ execution }) => execution.kind === 'committed',
      'the execution',
    )
    expect(seen.status).not.toBe('pending')
    expect(creditor.received.map(({ path }) => path)).toEqual(['/notices'])
    expect(creditor.book.size).toBe(1)
    const { commitments } = await anna.get<{ commitments: { proposalId: string }[] }>('/v1/commitments')
    expect(commitments.map(({ proposalId }) => proposalId)).toEqual([request.id])
    await until(
      () => anna.get<{ messages: { text: string }[] }>(`/v1/threads/${threadId}`),
      ({ messages }) => messages.some(({ text }) => text.includes('V-1')),
      "the creditor's reference told to the customer",
    )
    // The customer is told inside the run whose end clears the interrupt.
    await until(
      () => waitingAt(request.id),
      (found) => found.length === 0,
      'the end of the waiting graph',
    )
  })

  it('works jobs that no request worked when the cron trigger fires', async () => {
    const id = 'msg-left-behind'
    await database.pool.query(
      `with lease as (
         insert into thread_leases (thread_id, holder, expires_at) values ($1, 'gone', now() - interval '1 minute')
       )
       insert into messages (id, thread_id, role, text, locale, at) values ($2, $1, 'customer', 'Danke!', 'de', now())`,
      [threadId, id],
    )
    expect((await fetch(`${worker.url}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)).status).toBe(200)
    // An earlier request may still be working what is due, and have this in hand before the trigger does.
    await until(
      () => database.pool.query('select text from messages where in_reply_to = $1', [id]),
      ({ rowCount }) => rowCount === 1,
      'the reply to the message left behind',
    )
  })

  it('keeps no connections of requests that are over', async () => {
    for (let i = 0; i < 12; i += 1) await anna.get('/v1/debts')
    await until(connections, (open) => open <= 8, 'the connections of earlier requests closed')
  })
})
