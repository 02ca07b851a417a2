/** One try of a delivery: what is signed, when the next one comes, and what is said of a failure. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { RETRY_AFTER_SECONDS, tryDelivery } from '../../../src/webhooks/deliver.ts'
import type { DueDelivery } from '../../../src/webhooks/outbox.ts'
import { newSecret, SECRET_FORM, signedHeaders } from '../../../src/webhooks/signature.ts'
import type { WebhookTransport } from '../../../src/webhooks/transport.ts'

const NOW = new Date('2026-11-22T10:00:00.000Z')
const secret = newSecret()
const delivery: DueDelivery = {
  id: 'msg_1',
  url: 'https://hooks.example.org/parley',
  secret,
  type: 'task.done',
  data: { taskId: 'task_1', status: 'done' },
  attempts: 0,
  createdAt: '2026-11-22T09:59:00.000Z',
}

type Sent = Parameters<WebhookTransport['post']>[0]

function transport(answer: number | Error, addresses: readonly string[] = ['93.184.216.34']) {
  const sent: Sent[] = []
  const fake: WebhookTransport = {
    resolve: async () => addresses,
    async post(request) {
      sent.push(request)
      if (answer instanceof Error) throw answer
      return { status: answer }
    },
  }
  return { sent, parts: { transport: fake, rules: { loopback: false } } }
}

describe('the signature', () => {
  it('is HMAC-SHA256 over id, timestamp and body under the decoded secret', async () => {
    const headers = await signedHeaders(secret, { id: 'msg_1', at: NOW, body: '{"a":1}' })
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key).update('msg_1.1795341600.{"a":1}').digest('base64')
    expect(headers).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1795341600',
      'webhook-signature': `v1,${expected}`,
    })
  })

  it('is made with a secret of its own for every webhook', () => {
    expect(newSecret()).toMatch(SECRET_FORM)
    expect(newSecret()).not.toBe(newSecret())
    expect('whsec_c2hvcnQ=').not.toMatch(SECRET_FORM)
  })
})

describe('a try', () => {
  it('without a secret that can be read sends nothing, says so and comes again', async () => {
    const { sent, parts } = transport(204)
    expect(await tryDelivery(parts, { ...delivery, secret: null }, NOW)).toMatchObject({
      status: 'pending',
      error: 'The secret of this webhook cannot be read.',
    })
    expect(sent).toEqual([])
  })

  it('posts type, moment and data to the address that was looked at', async () => {
    const { sent, parts } = transport(204)
    expect(await tryDelivery(parts, delivery, NOW)).toMatchObject({ status: 'delivered', httpStatus: 204, error: null })
    expect(sent[0]?.address).toBe('93.184.216.34')
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      type: 'task.done',
      timestamp: '2026-11-22T09:59:00.000Z',
      data: { taskId: 'task_1', status: 'done' },
    })
  })

  it('has the same id each time, and the timestamp of its own moment', async () => {
    const { sent, parts } = transport(500)
    await tryDelivery(parts, delivery, NOW)
    await tryDelivery(parts, { ...delivery, attempts: 1 }, new Date(NOW.getTime() + 5000))
    expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual(['msg_1', 'msg_1'])
    expect(new Set(sent.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(2)
  })

  it('that fails is repeated later and later, and given up after the last', async () => {
    const { parts } = transport(500)
    for (const [attempts, seconds] of RETRY_AFTER_SECONDS.entries()) {
      const tried = await tryDelivery(parts, { ...delivery, attempts }, NOW)
      expect(tried).toMatchObject({ status: 'pending', error: 'answered 500' })
      expect(tried.nextAt?.getTime()).toBe(NOW.getTime() + seconds * 1000)
    }
    const last = { ...delivery, attempts: RETRY_AFTER_SECONDS.length }
    expect(await tryDelivery(parts, last, NOW)).toMatchObject({ status: 'dead', nextAt: null })
    expect(RETRY_AFTER_SECONDS.toSorted((a, b) => a - b)).toEqual([...RETRY_AFTER_SECONDS])
  })

  it('follows no redirect', async () => {
    const { sent, parts } = transport(307)
    expect((await tryDelivery(parts, delivery, NOW)).error).toBe('answered 307; redirects are not followed')
    expect(sent).toHaveLength(1)
  })

  it('takes "gone" as the end', async () => {
    expect((await tryDelivery(transport(410).parts, delivery, NOW)).status).toBe('dead')
  })

  it.each([[['10.0.0.7']], [['93.184.216.34', '169.254.169.254']], [['::ffff:192.168.0.1']], [['127.0.0.1']]])(
    'sends nothing when the name points inside by now: %s',
    async (addresses) => {
      const { sent, parts } = transport(200, addresses)
      const tried = await tryDelivery(parts, delivery, NOW)
      expect(tried).toMatchObject({ status: 'pending', httpStatus: null })
      expect(tried.error).toMatch(/private, local or reserved/)
      expect(sent).toEqual([])
    },
  )

  it('says of a failure what its owner can act on, and no address', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 93.184.216.34:443'), { code: 'ECONNREFUSED' })
    expect((await tryDelivery(transport(refused).parts, delivery, NOW)).error).toBe('nobody answers there')
    expect((await tryDelivery(transport(new Error('at 10.1.1.1')).parts, delivery, NOW)).error).toBe(
      'the connection failed',
    )
  })
})
