/** Idempotency-Key on requests that create (promise 6). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postgresIdempotency } from '../../../src/db/postgres-idempotency.ts'
import { customer, openTestDoor, type TestDoor } from '../../support/door.ts'

let door: TestDoor
const anna = customer('c-anna')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
  await door.seedCustomer('c-bert')
})
afterAll(() => door.close())

const TASK = { mandate: { need: 'refinance-loan', limits: { maxTermMonths: 36 } } }

function post(path: string, key: string, json: unknown, as = anna) {
  return door.call('POST', path, { as, json, headers: { 'idempotency-key': key } })
}

it('replays the first answer to the same key and body', async () => {
  const first = await post('/v1/threads', 'k-1', { locale: 'de' })
  const second = await post('/v1/threads', 'k-1', { locale: 'de' })
  expect(second.status).toBe(201)
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(await second.text()).toBe(await first.text())
  expect(await door.door.threads.listFor('c-anna')).toHaveLength(1)
})

it('refuses the same key with another body', async () => {
  await post('/v1/threads', 'k-2', { locale: 'de' })
  const other = await post('/v1/threads', 'k-2', { locale: 'en' })
  expect(await other.json()).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', status: 409 })
})

it('refuses the same key on another route', async () => {
  await post('/v1/threads', 'k-3', {})
  expect((await post('/v1/tasks', 'k-3', TASK)).status).toBe(409)
})

it('executes once when the same request comes many times at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => (await post('/v1/tasks', 'k-4', TASK)).text()),
  )
  expect(new Set(answers).size).toBe(1)
  expect(await door.door.negotiations.tasksOf('c-anna')).toHaveLength(1)
})

it('keeps the keys of customers apart', async () => {
  const [a, b] = [await post('/v1/threads', 'k-5', {}), await post('/v1/threads', 'k-5', {}, customer('c-bert'))]
  expect(((await a.json()) as { id: string }).id).not.toBe(((await b.json()) as { id: string }).id)
})

it('frees the key of a request that was refused', async () => {
  expect((await post('/v1/tasks', 'k-6', { mandate: { need: 'savings', limits: {} } })).status).toBe(422)
  expect((await post('/v1/tasks', 'k-6', TASK)).status).toBe(201)
})

it('takes a key up again after a crash, with what the first execution had left', async () => {
  const store = postgresIdempotency(door.pool)
  const key = { subject: 'customer:c-anna', key: 'k-7' }
  const at = (minute: number) => new Date(`2026-11-22T10:0${minute}:00Z`)
  const begin = (minute: number) => store.begin(key, { hash: 'h', at: at(minute), staleSeconds: 60 })
  expect(await begin(0)).toEqual({ kind: 'execute', note: null })
  await store.note(key, 'man_1')
  expect(await begin(1)).toEqual({ kind: 'running' })
  expect(await begin(2)).toEqual({ kind: 'execute', note: 'man_1' })
  await store.finish(key, { status: 201, body: '{"b":1,"a":2}' })
  expect(await begin(9)).toEqual({ kind: 'answered', status: 201, body: '{"b":1,"a":2}' })
})

it('confirms the mandate drafted before a crash instead of drafting another', async () => {
  const { mandate } = await door.door.delegations.draft({
    customerId: 'c-anna',
    threadId: null,
    need: 'refinance-loan',
    subject: null,
    goal: 'cheaper',
    limits: { maxTermMonths: 36 },
  })
  const key = { subject: 'customer:c-anna', key: 'k-8' }
  const hash = await requestHash()
  await door.door.idempotency.begin(key, { hash, at: new Date('2026-11-22T09:00:00Z'), staleSeconds: 60 })
  await door.door.idempotency.note(key, mandate.id)
  const before = (await door.door.mandates.listFor('c-anna')).length
  expect(await (await post('/v1/tasks', 'k-8', TASK)).json()).toMatchObject({ mandateId: mandate.id })
  expect(await door.door.mandates.listFor('c-anna')).toHaveLength(before)
})

/** The hash the door gives this request, read from a key that it finished. */
async function requestHash(): Promise<string> {
  await post('/v1/tasks', 'k-hash', TASK)
  const { rows } = await door.pool.query<{ request_hash: string }>(
    "select request_hash from idempotency_keys where key = 'k-hash'",
  )
  return rows[0]?.request_hash ?? ''
}

it('delegates one task when the answer to the first request failed after the task had begun', async () => {
  let failing = true
  const broken = await openTestDoor((d) => ({
    delegations: {
      ...d.delegations,
      async confirm(mandateId, customerId) {
        const task = await d.delegations.confirm(mandateId, customerId)
        if (failing) throw new Error('the connection broke after the commit')
        return task
      },
    },
  }))
  await broken.seedCustomer('c-anna')
  const send = () => broken.call('POST', '/v1/tasks', { as: anna, json: TASK, headers: { 'idempotency-key': 'k-1' } })
  expect((await send()).status).toBe(500)
  failing = false
  expect((await send()).status).toBe(201)
  expect(await broken.door.negotiations.tasksOf('c-anna')).toHaveLength(1)
  await broken.close()
})

it('refuses a key that could not be told apart from another', async () => {
  expect(await (await post('/v1/threads', 'two words', {})).json()).toMatchObject({ code: 'INVALID_INPUT' })
})
