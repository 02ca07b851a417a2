/** Webhooks in the whole service: who hears of what, signed, once, retried, and visible when they fail. */
import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asIdentity, PARLEY } from '../../../src/db/identity.ts'
import { inTransaction } from '../../../src/db/transaction.ts'
import { randomIds } from '../../../tools/shared/ids.ts'
import { customer, staff } from '../../support/door.ts'
import { NOW, notingQueue, openGate } from '../../support/gate.ts'
import { openWhole, type Whole } from '../../support/whole.ts'

interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const anna = customer('c-anna')
const bert = customer('c-bert')
const rita = staff('reviewer', 'rita')
const operator = staff('operator')

let whole: Whole
let receiver: Awaited<ReturnType<typeof startReceiver>>
const onlyReviewer = { required: { reviewers: 1, customer: false, policyVersion: 'v' } }

beforeAll(async () => {
  receiver = await startReceiver()
  whole = await openWhole({
    env: { PARLEY_WEBHOOKS_LOOPBACK: 'allow' },
    webhookKey: randomBytes(32).toString('base64'),
  })
  for (const id of ['c-anna', 'c-bert']) await asIdentity(PARLEY, () => gate().customer(id))
})
afterAll(async () => {
  await whole.close()
  await receiver.close()
})
beforeEach(() => {
  receiver.heard.length = 0
  receiver.answer = 204
})

const gate = () => openGate(whole.pool, notingQueue(), whole.clock)
const open = (change: object = {}) => asIdentity(PARLEY, () => gate().open({ ...onlyReviewer, ...change }))

async function register(as: typeof anna | typeof rita, path: string, events?: readonly string[]) {
  const url = `${receiver.url}${path}`
  const response = await whole.call(as, 'POST', '/v1/webhooks', { url, ...(events === undefined ? {} : { events }) })
  return { status: response.status, body: (await response.json()) as { id: string; secret: string; detail?: string } }
}

const heardAt = (path: string) =>
  receiver.heard
    .filter((one) => one.path === path)
    .map(({ body }) => JSON.parse(body) as { type: string; data: object })

describe('an event', () => {
  it('is told to its customer, to reviewers and to operators who asked, and to no other customer', async () => {
    await register(anna, '/anna')
    await register(bert, '/bert')
    await register(rita, '/rita', ['approval.requested', 'approval.closed'])
    await register(operator, '/operator')
    const opened = await open({ customerId: 'c-anna' })
    await asIdentity(PARLEY, () => gate().approve(opened))
    await whole.drain()
    const types = (path: string) => heardAt(path).map(({ type }) => type)
    expect(types('/anna')).toEqual(['approval.requested', 'approval.closed'])
    expect(types('/rita')).toEqual(['approval.requested', 'approval.closed'])
    expect(types('/operator')).toEqual(['approval.requested', 'approval.closed'])
    expect(types('/bert')).toEqual([])
    expect(heardAt('/anna')[1]?.data).toMatchObject({ approvalId: opened.id, outcome: 'approved' })
  })

  it('carries ids and states, and nothing that people wrote or that says who they are', async () => {
    const opened = await open({ customerId: 'c-anna' })
    const vote = { proposalId: opened.id, termsHash: opened.termsHash, person: 'r-1', role: 'reviewer' } as const
    await asIdentity(PARLEY, () => gate().desk.decide({ ...vote, decision: 'reject', reason: 'Secret words.' }))
    await whole.drain()
    const all = receiver.heard.map(({ body }) => body).join('\n')
    expect(all).toContain(opened.id)
    expect(all).not.toMatch(/Secret words|Anna Beispiel|Musterbank|6521|r-1/)
  })

  it('that is rolled back was never told, and one that is committed is in the outbox with it', async () => {
    const id = randomIds.next('prop')
    const count = async () =>
      (
        await asIdentity(PARLEY, () =>
          whole.pool.query('select from webhook_deliveries where data ->> $1 = $2', ['approvalId', id]),
        )
      ).rowCount
    const queue = notingQueue()
    const failing = openGate(whole.pool, queue, whole.clock)
    queue.fail = new Error('no queue')
    await expect(asIdentity(PARLEY, () => failing.open({ id, customerId: 'c-anna' }))).rejects.toThrow('no queue')
    expect(await count()).toBe(0)
    queue.fail = null
    await asIdentity(PARLEY, () => failing.open({ id, customerId: 'c-anna' }))
    expect(await count()).toBeGreaterThan(0)
  })

  it('of hand-offs, tasks, reminders and escalations is told as well', async () => {
    await register(operator, '/all')
    const threadId = await whole.thread(anna)
    await whole.call(anna, 'POST', `/v1/threads/${threadId}/handoff`)
    const { mandateId, taskId } = await asIdentity(PARLEY, () => gate().mandate('c-anna', threadId))
    const times = { firstLookSeconds: 3600, decisionSeconds: 36_000 }
    const opened = await open({ customerId: 'c-anna', mandateId, taskId, createdAt: NOW, times })
    whole.clock.set('2026-11-22T10:31:00.000Z')
    await whole.drain()
    whole.clock.set('2026-11-22T11:01:00.000Z')
    await whole.drain()
    const { termsHash } = opened
    const vote = { proposalId: opened.id, termsHash, person: 'r-1', role: 'reviewer', reason: null } as const
    await asIdentity(PARLEY, () => gate().desk.decide({ ...vote, decision: 'reject' }))
    await whole.drain()
    const types = heardAt('/all').map(({ type }) => type)
    for (const type of [
      'handoff.requested',
      'task.proposed',
      'approval.reminder',
      'approval.escalated',
      'task.no-deal',
    ]) {
      expect(
        types.filter((one) => one === type),
        type,
      ).toHaveLength(1)
    }
    whole.clock.set(NOW)
  })
})

describe('a delivery', () => {
  it('is signed so that its receiver can verify it', async () => {
    const { body } = await register(anna, '/signed', ['approval.requested'])
    expect(body.secret).toMatch(/^whsec_/)
    await open({ customerId: 'c-anna' })
    await whole.drain()
    const [heard] = receiver.heard.filter(({ path }) => path === '/signed')
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = heard?.headers ?? {}
    const key = Buffer.from(body.secret.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${heard?.body}`).digest('base64')
    expect(signature).toBe(`v1,${expected}`)
  })

  it('that fails is tried again under the same id, shows its error, and is given up in the end', async () => {
    const { body: webhook } = await register(anna, '/failing', ['approval.requested'])
    receiver.answer = 500
    await open({ customerId: 'c-anna' })
    const look = async () =>
      (
        await whole.read<{ deliveries: { status: string; attempts: number; lastError: string | null }[] }>(
          anna,
          `/v1/webhooks/${webhook.id}/deliveries`,
        )
      ).deliveries[0]
    await whole.drain()
    await whole.drain()
    expect(await look()).toMatchObject({ status: 'pending', attempts: 1, lastError: 'answered 500', lastStatus: 500 })
    for (let hours = 1; hours < 12; hours += 1) {
      whole.clock.set(new Date(new Date(NOW).getTime() + hours * 25 * 3_600_000).toISOString())
      await whole.drain()
    }
    whole.clock.set(NOW)
    expect(await look()).toMatchObject({ status: 'dead', attempts: 9, nextAt: null })
    const tries = receiver.heard.filter(({ path }) => path === '/failing')
    expect(tries).toHaveLength(9)
    expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const { webhooks } = await whole.read<{ webhooks: { id: string }[] }>(anna, '/v1/webhooks')
    expect(webhooks.find(({ id }) => id === webhook.id)).toMatchObject({ dead: 1, lastError: 'answered 500' })
  })

  it('is forgotten a month after it ended, and never before', async () => {
    const { body: webhook } = await register(anna, '/forgotten', ['approval.requested'])
    await open({ customerId: 'c-anna' })
    await whole.drain()
    const count = async () =>
      (await whole.read<{ deliveries: unknown[] }>(anna, `/v1/webhooks/${webhook.id}/deliveries`)).deliveries.length
    whole.clock.set('2026-12-22T09:59:00.000Z')
    await whole.drain()
    expect(await count()).toBe(1)
    whole.clock.set('2026-12-23T00:01:00.000Z') // the next day's run
    await whole.drain()
    expect(await count()).toBe(0)
    whole.clock.set(NOW)
  })

  it('is one however many processes look for it at the same moment', async () => {
    await register(anna, '/once', ['approval.requested'])
    await open({ customerId: 'c-anna' })
    await Promise.all([whole.drain(), whole.drain(), whole.drain()])
    expect(heardAt('/once')).toHaveLength(1)
  })

  it('follows no redirect', async () => {
    await register(anna, '/moved', ['approval.requested'])
    receiver.answer = 302
    await open({ customerId: 'c-anna' })
    await whole.drain()
    expect(receiver.heard.some(({ path }) => path === '/elsewhere')).toBe(false)
  })
})

describe('a secret', () => {
  it('stands in the database under the key of the operator, and not as it is', async () => {
    const { body } = await register(anna, '/sealed')
    const { rows } = await asIdentity(PARLEY, () =>
      whole.pool.query<{ secret: string }>('select secret from webhook_secrets where webhook_id = $1', [body.id]),
    )
    expect(rows).toEqual([{ secret: expect.stringMatching(/^sealed1\./) }])
    expect(rows[0]?.secret).not.toContain(body.secret.slice('whsec_'.length, 20))
  })

  it('is shown once: no list, export or audit entry has it', async () => {
    const { body } = await register(anna, '/secret')
    const pages = ['/v1/webhooks', `/v1/webhooks/${body.id}/deliveries`, '/v1/me/export', '/v1/audit']
    for (const page of pages) expect(JSON.stringify(await whole.read(anna, page)), page).not.toContain(body.secret)
    expect(JSON.stringify(await whole.read(operator, '/v1/webhooks'))).not.toContain(body.secret)
    const second = await register(anna, '/secret')
    expect(second.status).toBe(409)
  })
})

describe('registering', () => {
  it.each([
    ['http://example.org/hook'],
    ['https://10.0.0.1/hook'],
    ['https://[::ffff:169.254.169.254]/'],
    ['https://metadata.google.internal/'],
    ['https://100.64.1.1/'],
  ])('refuses %s', async (url) => {
    const response = await whole.call(anna, 'POST', '/v1/webhooks', { url })
    expect(response.status).toBe(400)
    expect(((await response.json()) as { faults: { path: string }[] }).faults[0]?.path).toBe('url')
  })

  it('refuses events that are not for the role', async () => {
    expect((await register(rita, '/tasks', ['task.done'])).status).toBe(400)
  })

  it('shows each their own and operators all, and another’s like none', async () => {
    const { body } = await register(bert, '/own')
    const ids = async (as: typeof anna) =>
      (await whole.read<{ webhooks: { id: string }[] }>(as, '/v1/webhooks')).webhooks.map(({ id }) => id)
    expect(await ids(bert)).toContain(body.id)
    expect(await ids(anna)).not.toContain(body.id)
    expect(await ids(rita as never)).not.toContain(body.id)
    expect(await ids(operator as never)).toContain(body.id)
    expect((await whole.call(anna, 'DELETE', `/v1/webhooks/${body.id}`)).status).toBe(404)
    expect((await whole.call(bert, 'DELETE', `/v1/webhooks/${body.id}`)).status).toBe(204)
    expect(await ids(bert)).not.toContain(body.id)
  })

  it('comes with a task where its receiver brings a secret', async () => {
    const task = {
      mandate: { need: 'fee-waiver', subject: null, limits: {} },
      webhook: { url: `${receiver.url}/task` },
    }
    const refused = await whole.call(anna, 'POST', '/v1/tasks', task)
    expect(refused.status).toBe(400)
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
    await whole.call(anna, 'POST', '/v1/tasks', { ...task, webhook: { ...task.webhook, secret } })
    const { webhooks } = await whole.read<{ webhooks: { url: string }[] }>(anna, '/v1/webhooks')
    expect(webhooks.map(({ url }) => url)).toContain(`${receiver.url}/task`)
  })
})

describe('erasing a customer', () => {
  it('takes their webhooks, secrets, deliveries and questions with it', async () => {
    const carl = customer('c-carl')
    await asIdentity(PARLEY, () => gate().customer('c-carl'))
    const { body } = await register(carl, '/carl')
    const opened = await open({ customerId: 'c-carl' })
    const asking = { proposalId: opened.id, person: 'r-1', termsHash: opened.termsHash, question: 'Why?' } as const
    await asIdentity(PARLEY, () => gate().desk.ask({ ...asking, to: 'agent' }))
    const left = async () => {
      const { rows } = await asIdentity(PARLEY, () =>
        whole.pool.query<{ n: number }>(
          `select (select count(*) from webhooks where customer_id = 'c-carl')
              + (select count(*) from webhook_secrets where webhook_id = $1)
              + (select count(*) from webhook_deliveries where webhook_id = $1)
              + (select count(*) from review_questions where proposal_id = $2)
              + (select count(*) from review_answers a join review_questions q on q.id = a.question_id
                  where q.proposal_id = $2) as n`,
          [body.id, opened.id],
        ),
      )
      return Number(rows[0]?.n)
    }
    expect(await left()).toBeGreaterThan(4)
    expect((await whole.call(carl, 'DELETE', '/v1/me')).status).toBe(204)
    expect(await left()).toBe(0)
  })
})

describe('without the switch for tests', () => {
  it('this machine is refused, at registration and at delivery', async () => {
    const strict = await openWhole()
    try {
      await asIdentity(PARLEY, () => openGate(strict.pool, notingQueue(), strict.clock).customer('c-anna'))
      const url = `${receiver.url}/strict`
      expect((await strict.call(anna, 'POST', '/v1/webhooks', { url })).status).toBe(400)
      // Registered while it was open, or put there by hand: the delivery looks again.
      await asIdentity(PARLEY, () =>
        inTransaction(strict.pool, async (client) => {
          await client.query(
            `insert into webhooks values ('w-1', 'u-c-anna', 'customer', 'c-anna', $1, '{approval.requested}', now())`,
            [url],
          )
          await client.query(`insert into webhook_secrets values ('w-1', $1)`, [`whsec_${'A'.repeat(44)}`])
        }),
      )
      await asIdentity(PARLEY, () => openGate(strict.pool, notingQueue(), strict.clock).open({ customerId: 'c-anna' }))
      await strict.drain()
      await strict.drain()
      expect(receiver.heard).toEqual([])
      const { deliveries } = await strict.read<{ deliveries: unknown[] }>(anna, '/v1/webhooks/w-1/deliveries')
      expect(deliveries).toMatchObject([
        { status: 'pending', attempts: 1, lastError: expect.stringContaining('public') },
      ])
    } finally {
      await strict.close()
    }
  })
})

async function startReceiver() {
  const heard: Heard[] = []
  const state = { answer: 204 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(state.answer, state.answer === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    heard,
    url: `http://127.0.0.1:${port}`,
    get answer() {
      return state.answer
    },
    set answer(status: number) {
      state.answer = status
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
