/** Mandates, tasks and negotiations by HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customer, NOW, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { LOAN } from '../../support/proposals.ts'

let door: TestDoor
const anna = customer('c-anna')
const MANDATE = { need: 'refinance-loan', limits: { maxTermMonths: 36, maxNominalRatePercent: '6.90' } }

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

async function delegate(headers: Record<string, string> = {}) {
  const response = await door.call('POST', '/v1/tasks', { as: anna, json: { mandate: MANDATE }, headers })
  return { status: response.status, task: (await response.json()) as { id: string; mandateId: string; goal: string } }
}

describe('a mandate', () => {
  it('allows nothing when drafted, and begins its task when confirmed, once', async () => {
    const drafted = (await (await door.call('POST', '/v1/mandates', { as: anna, json: MANDATE })).json()) as {
      id: string
    }
    expect(drafted).toMatchObject({ state: 'unconfirmed', counterpartyNames: ['Musterbank Nord'] })
    const confirm = async () => (await door.call('POST', `/v1/mandates/${drafted.id}/confirm`, { as: anna })).json()
    const task = await confirm()
    expect(await confirm()).toEqual(task)
    expect(await (await door.call('GET', `/v1/mandates/${drafted.id}`, { as: anna })).json()).toMatchObject({
      state: 'in-force',
      limits: MANDATE.limits,
    })
  })

  it('is revoked for good', async () => {
    const { task } = await delegate()
    expect((await door.call('DELETE', `/v1/mandates/${task.mandateId}`, { as: anna })).status).toBe(204)
    expect(await (await door.call('GET', `/v1/mandates/${task.mandateId}`, { as: anna })).json()).toMatchObject({
      state: 'revoked',
    })
    const again = await door.call('POST', `/v1/mandates/${task.mandateId}/confirm`, { as: anna })
    expect(await again.json()).toMatchObject({ code: 'MANDATE_REVOKED', status: 409 })
  })

  it('of a need that nobody serves is refused with what to do', async () => {
    const response = await door.call('POST', '/v1/mandates', { as: anna, json: { need: 'savings', limits: {} } })
    expect(await response.json()).toMatchObject({ code: 'MANDATE_INVALID', status: 422 })
  })

  it('with limits of the wrong kind is refused by their paths', async () => {
    const json = { need: 'refinance-loan', limits: { maxTermMonths: 'three', maxFee: '-1' } }
    const problem = (await (await door.call('POST', '/v1/mandates', { as: anna, json })).json()) as {
      faults: { path: string }[]
    }
    expect(problem.faults.map((fault) => fault.path)).toEqual(['limits.maxTermMonths', 'limits.maxFee'])
  })
})

describe('a task', () => {
  it('is delegated and confirmed by one request', async () => {
    const { status, task } = await delegate()
    expect(status).toBe(201)
    const mandate = await door.door.mandates.get(task.mandateId)
    expect(mandate?.confirmedAt).toBe(NOW)
    expect(mandate?.counterparties).toEqual(['musterbank-nord'])
  })

  it('shows its negotiations with their moves and reasons', async () => {
    const { task } = await delegate()
    await addMove(`neg-${task.mandateId}`)
    const view = await (await door.call('GET', `/v1/tasks/${task.id}`, { as: anna })).json()
    expect(view).toMatchObject({
      task: { id: task.id, status: 'negotiating' },
      negotiations: [{ counterpartyName: 'Musterbank Nord', synthetic: true, moves: [{ because: { rule: 'r' } }] }],
    })
  })

  it('streams its events and goes on after the last one seen', async () => {
    const { task } = await delegate()
    const { negotiations } = door.door
    for (const kind of ['one', 'two']) await negotiations.addEvent(task.id, kind, { n: kind }, new Date(NOW))
    await negotiations.setTask(task.id, { status: 'no-deal' })
    const listen = async (headers: Record<string, string> = {}) =>
      (await door.call('GET', `/v1/tasks/${task.id}/events`, { as: anna, headers })).text()
    const all = await listen()
    const names = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map((m) => m[1])
    expect(names(all)).toEqual(['one', 'two', 'end'])
    const [first = ''] = [...all.matchAll(/^id: (.*)$/gm)].map((m) => m[1])
    expect(names(await listen({ 'last-event-id': String(first) }))).toEqual(['two', 'end'])
  })

  it('waits for events that have not happened yet', async () => {
    const { task } = await delegate()
    const response = door.call('GET', `/v1/tasks/${task.id}/events`, { as: anna }).then((r) => r.text())
    await door.door.negotiations.addEvent(task.id, 'late', {}, new Date(NOW))
    await door.door.negotiations.setTask(task.id, { status: 'done' })
    expect(await response).toMatch(/event: late[\s\S]*event: end/)
  })
})

describe('a negotiation', () => {
  it('tells the customer the reasons, and nobody else what would tell the limits', async () => {
    const { task } = await delegate()
    const id = `neg-${task.mandateId}`
    await addMove(id)
    const read = async (as: typeof anna | ReturnType<typeof staff>) =>
      JSON.stringify(await (await door.call('GET', `/v1/negotiations/${id}`, { as })).json())
    expect(await read(anna)).toContain('6.90')
    const seen = await read(staff('reviewer'))
    expect(seen).not.toMatch(/6[.,]90?\b/)
    expect(seen).toContain('"theirs":"7.20"')
  })
})

async function addMove(negotiationId: string) {
  await door.door.negotiations.addMove({
    negotiationId,
    round: 0,
    side: 'ours',
    move: 'offer',
    terms: LOAN,
    text: null,
    offerId: null,
    validUntil: null,
    because: {
      rule: 'r',
      text: { de: 'Wir gehen höchstens bis 6,90 %.', en: 'We go to 6.90 % at most.' },
      figures: { reservation: '6.90', theirs: '7.20' },
    },
    at: NOW,
  })
}

it('shows mandates and negotiations while the market is away', async () => {
  const alone = await openTestDoor((d) => ({
    counterparties: { ...d.counterparties, get: () => Promise.reject(new Error('connection refused')) },
  }))
  await alone.seedCustomer('c-anna')
  const task = (await (await alone.call('POST', '/v1/tasks', { as: anna, json: { mandate: MANDATE } })).json()) as {
    id: string
  }
  const view = await (await alone.call('GET', `/v1/tasks/${task.id}`, { as: anna })).json()
  expect(view).toMatchObject({ negotiations: [{ counterpartyName: 'musterbank-nord', synthetic: null }] })
  const { mandates } = (await (await alone.call('GET', '/v1/mandates', { as: anna })).json()) as { mandates: unknown[] }
  expect(mandates).toMatchObject([{ counterpartyNames: ['musterbank-nord'] }])
  await alone.close()
})
