/** Conversations by HTTP: begun, spoken in (JSON and streams), passed to people, erased. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'

let door: TestDoor
const anna = customer('c-anna')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

async function beginThread(): Promise<string> {
  const response = await door.call('POST', '/v1/threads', { as: anna, json: { locale: 'en' } })
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

async function said(threadId: string) {
  const response = await door.call('GET', `/v1/threads/${threadId}`, { as: anna })
  return (await response.json()) as {
    messages: { id: string; text: string; role: string; seq: number }[]
    handoff: { id: string } | null
  }
}

/** The events of a stream, in order. */
async function eventsOf(response: Response): Promise<{ event: string; data: unknown; id: string | undefined }[]> {
  const blocks = (await response.text()).split('\n\n').filter((block) => block.includes('data:'))
  return blocks.map((block) => {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
    return { event: field('event') ?? '', data: JSON.parse(field('data') ?? 'null'), id: field('id') }
  })
}

describe('a message', () => {
  it('is answered as JSON, and stands in the conversation with its answer', async () => {
    const id = await beginThread()
    const response = await door.call('POST', `/v1/threads/${id}/messages`, { as: anna, json: { text: 'Hello' } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'replied',
      reply: { text: 'Echo: Hello', role: 'assistant' },
    })
    expect((await said(id)).messages.map((m) => m.text)).toEqual(['Hello', 'Echo: Hello'])
  })

  it('streams tool, token, reply and end when events are asked for', async () => {
    const id = await beginThread()
    const response = await door.call('POST', `/v1/threads/${id}/messages`, {
      as: anna,
      json: { text: 'Hi' },
      headers: { accept: 'text/event-stream' },
    })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const events = await eventsOf(response)
    expect(events.map((e) => e.event)).toEqual(['tool', 'token', 'reply', 'end'])
    expect(events[2]?.data).toMatchObject({ text: 'Echo: Hi' })
  })

  it('with a repeated id gets the first answer, by JSON and by stream', async () => {
    const id = await beginThread()
    const say = (headers: Record<string, string> = {}) =>
      door.call('POST', `/v1/threads/${id}/messages`, { as: anna, json: { text: 'Once', id: `m-${id}` }, headers })
    const first = await (await say()).json()
    expect(await (await say()).json()).toEqual(first)
    const events = await eventsOf(await say({ accept: 'text/event-stream' }))
    expect(events.map((e) => e.event)).toEqual(['reply', 'end'])
    expect((await said(id)).messages).toHaveLength(2)
  })

  it('with a repeated Idempotency-Key is stored once', async () => {
    const id = await beginThread()
    const say = () =>
      door.call('POST', `/v1/threads/${id}/messages`, {
        as: anna,
        json: { text: 'Once' },
        headers: { 'idempotency-key': `key-${id}` },
      })
    const [a, b] = [await (await say()).json(), await (await say()).json()]
    expect(a).toEqual(b)
    expect((await said(id)).messages).toHaveLength(2)
  })

  it('with an id that was used for other words is refused', async () => {
    const id = await beginThread()
    const say = (text: string) =>
      door.call('POST', `/v1/threads/${id}/messages`, { as: anna, json: { text, id: `x-${id}` } })
    await say('One thing')
    expect(await (await say('Another thing')).json()).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', status: 409 })
  })

  it('says what failed inside a stream without its inner words', async () => {
    const broken = await openTestDoor(() => ({
      runs: {
        send: async () => {
          throw new Error('inner words at runs.ts:1:1')
        },
      },
    }))
    await broken.seedCustomer('c-anna')
    const { id } = (await (await broken.call('POST', '/v1/threads', { as: anna, json: {} })).json()) as { id: string }
    const response = await broken.call('POST', `/v1/threads/${id}/messages`, {
      as: anna,
      json: { text: 'Hi' },
      headers: { accept: 'text/event-stream' },
    })
    const [event] = await eventsOf(response)
    expect(event).toMatchObject({ event: 'error', data: { code: 'INTERNAL' } })
    expect(JSON.stringify(event)).not.toContain('inner words')
    expect(broken.logged.filter(({ message }) => message !== 'request')).toHaveLength(1)
    await broken.close()
  })
})

describe('a conversation', () => {
  it('is read from where the reader stopped', async () => {
    const id = await beginThread()
    for (const text of ['One', 'Two'])
      await door.call('POST', `/v1/threads/${id}/messages`, { as: anna, json: { text } })
    const { messages } = await said(id)
    const response = await door.call('GET', `/v1/threads/${id}?after=${messages[1]?.seq}`, { as: anna })
    const rest = (await response.json()) as { messages: { text: string }[] }
    expect(rest.messages.map((m) => m.text)).toEqual(['Two', 'Echo: Two'])
  })

  it('is gone after it was erased', async () => {
    const id = await beginThread()
    expect((await door.call('DELETE', `/v1/threads/${id}`, { as: anna })).status).toBe(204)
    expect((await door.call('GET', `/v1/threads/${id}`, { as: anna })).status).toBe(404)
  })
})

describe('a hand-off', () => {
  it('is asked for twice and calls one person', async () => {
    const id = await beginThread()
    const ask = async () => (await door.call('POST', `/v1/threads/${id}/handoff`, { as: anna })).json()
    const [first, second] = [await ask(), await ask()]
    expect(second).toEqual(first)
    expect(first).toMatchObject({ handoff: { threadId: id, status: 'waiting', reason: 'asked' } })
  })

  it('goes from the queue to a person, whose words the customer reads, and back', async () => {
    const id = await beginThread()
    const dora = staff('duty-agent', 'dora')
    await door.call('POST', `/v1/threads/${id}/handoff`, { as: anna })
    const { handoffs } = (await (await door.call('GET', '/v1/handoffs?status=waiting', { as: dora })).json()) as {
      handoffs: { id: string; threadId: string }[]
    }
    const path = `/v1/handoffs/${handoffs.find((h) => h.threadId === id)?.id}`
    expect(await (await door.call('POST', `${path}/accept`, { as: dora })).json()).toMatchObject({ dutyAgent: 'dora' })
    const spoken = await door.call('POST', `${path}/messages`, { as: dora, json: { text: 'Dora here.' } })
    expect(spoken.status).toBe(201)
    expect((await said(id)).messages.at(-1)).toMatchObject({ role: 'duty-agent', text: 'Dora here.' })
    expect(await (await door.call('POST', `${path}/return`, { as: dora })).json()).toMatchObject({ status: 'returned' })
    expect((await said(id)).handoff).toBeNull()
  })

  it('that one person has cannot be taken or spoken in by another', async () => {
    const id = await beginThread()
    const asked = (await (await door.call('POST', `/v1/threads/${id}/handoff`, { as: anna })).json()) as {
      handoff: { id: string }
    }
    const path = `/v1/handoffs/${asked.handoff.id}`
    await door.call('POST', `${path}/accept`, { as: staff('duty-agent', 'dora') })
    const emil = staff('duty-agent', 'emil')
    expect((await door.call('POST', `${path}/accept`, { as: emil })).status).toBe(409)
    expect((await door.call('POST', `${path}/messages`, { as: emil, json: { text: 'Me too' } })).status).toBe(409)
    expect((await door.call('GET', `/v1/threads/${id}`, { as: emil })).status).toBe(404)
  })

  it('sends a person’s words once when the request is repeated', async () => {
    const id = await beginThread()
    const dora = staff('duty-agent', 'dora')
    const asked = (await (await door.call('POST', `/v1/threads/${id}/handoff`, { as: anna })).json()) as {
      handoff: { id: string }
    }
    const path = `/v1/handoffs/${asked.handoff.id}`
    await door.call('POST', `${path}/accept`, { as: dora })
    const say = () =>
      door.call('POST', `${path}/messages`, { as: dora, json: { text: 'Yes' }, headers: { 'idempotency-key': id } })
    await Promise.all([say(), say()])
    expect((await said(id)).messages.filter((m) => m.role === 'duty-agent')).toHaveLength(1)
  })
})

describe('duty', () => {
  it('is taken and left by the person alone', async () => {
    const flora = staff('duty-agent', 'flora')
    expect(await (await door.call('GET', '/v1/duty', { as: flora })).json()).toMatchObject({ onDuty: false })
    await door.call('PUT', '/v1/duty', { as: flora, json: { onDuty: true } })
    expect(await (await door.call('GET', '/v1/duty', { as: flora })).json()).toMatchObject({
      person: 'flora',
      onDuty: true,
    })
    const gustav = staff('duty-agent', 'gustav')
    expect(await (await door.call('GET', '/v1/duty', { as: gustav })).json()).toMatchObject({ onDuty: false })
  })
})
