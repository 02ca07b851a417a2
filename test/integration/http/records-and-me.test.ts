/** Records, exports, erasure, imports, audit and figures by HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offerSchema } from '../../../tools/offers/contract.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { proposal } from '../../support/proposals.ts'

let door: TestDoor
const anna = customer('c-anna')

beforeAll(async () => {
  door = await openTestDoor()
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

const QUOTE = {
  id: 'o-1',
  kind: 'instalment-loan',
  provider: { id: 'elbkredit', name: 'Elbkredit' },
  currency: 'EUR',
  source: 'e-mail of 2026-11-20',
  asOf: '2026-11-20',
  validUntil: '2026-12-05',
  binding: false,
  loan: { principal: '9000.00', nominalRatePercent: '7.90', termMonths: 36 },
}

const read = async (
  path: string,
  as: Parameters<TestDoor['call']>[2] extends { as?: infer P } | undefined ? P : never,
) => (await door.call('GET', path, as === undefined ? {} : { as })).json()

describe('records', () => {
  it('are empty lists for a customer with nothing on record', async () => {
    expect(await read('/v1/debts', anna)).toEqual({ debts: [] })
    expect(await read('/v1/contracts', anna)).toEqual({ contracts: [] })
  })

  it('take a quote that the customer already holds', async () => {
    const response = await door.call('POST', '/v1/offers', { as: anna, json: QUOTE })
    expect(response.status).toBe(201)
    expect(await read('/v1/offers', anna)).toEqual({ offers: [offerSchema.parse(QUOTE)] })
    await door.seedCustomer('c-bert')
    expect(await read('/v1/offers', customer('c-bert'))).toEqual({ offers: [] })
  })

  it('refuse a quote whose figures are none, by path', async () => {
    const json = { ...QUOTE, id: 'o-2', validUntil: '2026-02-30', loan: { ...QUOTE.loan, principal: '9.000,00' } }
    const problem = (await (await door.call('POST', '/v1/offers', { as: anna, json })).json()) as {
      faults: { path: string }[]
    }
    expect(problem.faults.map((fault) => fault.path).toSorted()).toEqual(['loan.principal', 'validUntil'])
  })

  it('explain a figure to its customer', async () => {
    const explanation = { title: { de: 'a', en: 'b' }, ruleIds: ['r'], inputs: { x: '1' }, steps: [], sources: ['s'] }
    await door.pool.query('insert into explanations values ($1, $2, $3, $4)', [
      'expl-1',
      'c-anna',
      JSON.stringify(explanation),
      new Date(),
    ])
    expect(await read('/v1/explanations/expl-1', anna)).toEqual(explanation)
  })
})

describe('me', () => {
  it('says who the token speaks for', async () => {
    expect(await read('/v1/me', anna)).toMatchObject({ role: 'customer', customer: { name: 'Anna Beispiel' } })
    expect(await read('/v1/me', staff('reviewer', 'rita'))).toEqual({
      subject: 'rita',
      role: 'reviewer',
      customer: null,
    })
  })

  it('is handed out whole, and erased whole but for what was approved and done', async () => {
    const carl = customer('c-carl')
    await door.seedCustomer('c-carl')
    const { id: threadId } = (await (await door.call('POST', '/v1/threads', { as: carl, json: {} })).json()) as {
      id: string
    }
    await door.call('POST', `/v1/threads/${threadId}/messages`, { as: carl, json: { text: 'My secret' } })
    const task = { mandate: { need: 'refinance-loan', limits: { maxTermMonths: 36 } } }
    const keyed = { as: carl, json: task, headers: { 'idempotency-key': 'k' } }
    const { mandateId } = (await (await door.call('POST', '/v1/tasks', keyed)).json()) as { mandateId: string }
    await door.desk.open(proposal({ id: 'prop-carl', customerId: 'c-carl', threadId, mandateId }))

    const exported = (await read('/v1/me/export', carl)) as Record<string, unknown[]>
    expect(exported.messages).toHaveLength(2)
    for (const kind of ['customer', 'threads', 'mandates', 'tasks', 'negotiations', 'proposals']) {
      expect(exported[kind], kind).toHaveLength(1)
    }
    expect(JSON.stringify(exported)).not.toContain('c-anna')

    expect((await door.call('DELETE', '/v1/me', { as: carl })).status).toBe(204)
    expect(await read('/v1/me', carl)).toMatchObject({ customer: null })
    const left = (await read('/v1/me/export', carl)) as Record<string, unknown[]>
    expect(Object.entries(left).flatMap(([kind, rows]) => (rows.length > 0 ? [kind] : []))).toEqual([
      'approvals',
      'audit',
      'proposals',
    ])
    expect(left.approvals).toMatchObject([{ outcome: 'voided' }])
    const keys = await door.pool.query("select from idempotency_keys where subject like '%c-carl'")
    expect(keys.rowCount).toBe(0)
  })

  it.each(['/v1/me', '/v1/threads/:thread'])('leaves no state of a graph behind after DELETE %s', async (path) => {
    const dora = customer('c-dora')
    await door.seedCustomer('c-dora')
    const { id } = (await (await door.call('POST', '/v1/threads', { as: dora, json: {} })).json()) as { id: string }
    await door.pool.query("insert into checkpoints values ($1, '', 'c1', null, '{}', '{}')", [`turn:${id}`])
    await door.pool.query("insert into checkpoint_writes values ($1, '', 'c1', 't', 0, '', 'x', 'json', '1')", [
      `turn:${id}`,
    ])
    expect((await door.call('DELETE', path.replace(':thread', id), { as: dora })).status).toBe(204)
    expect(await door.door.threads.get(id)).toBeNull()
    for (const table of ['checkpoints', 'checkpoint_writes']) {
      expect((await door.pool.query(`select from ${table} where thread_id = $1`, [`turn:${id}`])).rowCount, table).toBe(
        0,
      )
    }
  })
})

describe('operations', () => {
  it('take an import from operators and services', async () => {
    for (const role of ['operator', 'service'] as const) {
      const response = await door.call('POST', '/v1/import', { as: staff(role), json: { customers: [] } })
      expect(await response.json()).toEqual({ taken: ['customers'] })
    }
  })

  it('show the audit trail: to a customer their own, to an operator all', async () => {
    await door.call('POST', '/v1/offers', { as: anna, json: { ...QUOTE, id: 'o-9' } })
    const own = (await read('/v1/audit', anna)) as {
      entries: { customerId: string; action: string; subject: string }[]
    }
    expect(own.entries).toContainEqual(
      expect.objectContaining({ action: 'offer.added', subject: 'o-9', actor: 'u-c-anna', customerId: 'c-anna' }),
    )
    expect(new Set(own.entries.map((entry) => entry.customerId))).toEqual(new Set(['c-anna']))
    const all = (await read('/v1/audit', staff('operator'))) as { entries: { customerId: string | null }[] }
    expect(new Set(all.entries.map((entry) => entry.customerId)).size).toBeGreaterThan(1)
  })

  it('show what happened around one conversation', async () => {
    const { id } = (await (await door.call('POST', '/v1/threads', { as: anna, json: {} })).json()) as { id: string }
    await door.call('POST', `/v1/threads/${id}/handoff`, { as: anna })
    const { entries } = (await read(`/v1/audit?thread=${id}`, anna)) as { entries: { action: string }[] }
    expect(entries.map((entry) => entry.action)).toEqual(['handoff.requested'])
  })

  it('count figures from the tables', async () => {
    await door.desk.open(proposal({ id: 'prop-figures', customerId: 'c-anna' }))
    const { figures } = (await read('/v1/figures', staff('operator'))) as { figures: Record<string, number> }
    expect(figures['approvals.pending']).toBe(1)
    expect(figures['commitments.confirmed']).toBe(0)
  })

  it('show the policy to everybody who is signed in', async () => {
    expect(await read('/v1/policy', anna)).toEqual({ version: 'default-2026-11' })
  })
})
