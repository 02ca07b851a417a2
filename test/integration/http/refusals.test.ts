/**
 * What every route refuses, generated from the API's own document: a route added tomorrow is tested tomorrow.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresExecutions } from '../../../src/db/postgres-executions.ts'
import { ROLES, type Role } from '../../../src/http/principal.ts'
import { customer, openTestDoor, staff, type TestDoor } from '../../support/door.ts'
import { notingQueue } from '../../support/gate.ts'
import { proposal } from '../../support/proposals.ts'

interface Operation {
  readonly method: string
  readonly path: string
  readonly roles: readonly Role[]
  readonly body: boolean
  readonly public: boolean
  readonly responses: readonly string[]
}

const door: TestDoor = await openTestDoor()
const operations = await documented()
const guarded = operations.filter((operation) => !operation.public)
const withId = guarded.filter((operation) => operation.path.includes('{id}'))
const withBody = guarded.filter((operation) => operation.body)
const named = (list: readonly Operation[]) => list.map((o) => [`${o.method} ${o.path}`, o] as const)

/** One row of another customer's for every kind of address. */
let theirs: Record<string, string>

beforeAll(async () => {
  theirs = await seedAnothers(door)
  await door.seedCustomer('c-anna')
})
afterAll(() => door.close())

it('documents more than thirty operations, so that this suite does not pass by being empty', () => {
  expect(operations.length).toBeGreaterThan(30)
  expect(withId.length).toBeGreaterThan(10)
})

describe.each(named(guarded))('%s', (_, operation) => {
  it('refuses a request without a token', async () => {
    await refused(door.call(operation.method, url(operation)), 401, 'UNAUTHENTICATED')
  })

  it('refuses a token that proves nothing', async () => {
    const headers = { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }
    await refused(door.call(operation.method, url(operation), { headers }), 401, 'UNAUTHENTICATED')
  })

  it.each(ROLES.filter((role) => !operation.roles.includes(role)).map((role) => [role]))(
    'refuses the role %s',
    async (role) => {
      await refused(
        door.call(operation.method, url(operation), { as: someone(role), ...minimal(operation) }),
        403,
        'FORBIDDEN',
      )
    },
  )

  it('documents its refusals', () => {
    expect(operation.responses).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '409', '413', '415', '500']),
    )
  })
})

describe.each(named(withId))('%s', (_, operation) => {
  it.each(operation.roles.map((role) => [role]))(
    'answers an id that does not exist to the role %s with 404',
    async (role) => {
      const call = { as: someone(role), ...minimal(operation) }
      await refused(
        door.call(operation.method, operation.path.replace('{id}', 'nothing-here').replace('{act}', '0'), call),
        404,
        'NOT_FOUND',
      )
    },
  )
})

describe.each(named(withId.filter((o) => o.roles.includes('customer'))))('%s', (_, operation) => {
  it("answers another customer's id like one that does not exist", async () => {
    const call = { as: someone('customer'), ...minimal(operation) }
    await refused(door.call(operation.method, url(operation, theirs), call), 404, 'NOT_FOUND')
  })
})

describe.each(named(withBody))('%s', (_, operation) => {
  const path = url(operation)
  const as = someone(operation.roles[0] ?? 'customer')

  it('refuses a body that is not JSON', async () => {
    await refused(door.call(operation.method, path, { as, body: '{"text": ' }), 400, 'INVALID_INPUT')
  })

  it('refuses a body of the wrong shape and names each fault by its path', async () => {
    const problem = await refused(door.call(operation.method, path, { as, body: '[1]' }), 400, 'INVALID_INPUT')
    expect(problem.faults).not.toHaveLength(0)
    for (const fault of problem.faults) expect(fault).toEqual({ path: expect.any(String), reason: expect.any(String) })
  })

  it('refuses a body that is too large', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) })
    await refused(door.call(operation.method, path, { as, body }), 413, 'PAYLOAD_TOO_LARGE')
  })

  it('refuses JSON that is nested without end', async () => {
    const body = `${'['.repeat(200)}${']'.repeat(200)}`
    await refused(door.call(operation.method, path, { as, body }), 400, 'INVALID_INPUT')
  })

  it('refuses another content type', async () => {
    const headers = { 'content-type': 'text/plain' }
    await refused(door.call(operation.method, path, { as, body: '{}', headers }), 415, 'UNSUPPORTED_MEDIA_TYPE')
  })
})

it('answers an unknown route with a problem document', async () => {
  await refused(door.call('GET', '/v1/nowhere', { as: someone('customer') }), 404, 'NOT_FOUND')
  await refused(door.call('GET', '/nowhere'), 404, 'NOT_FOUND')
})

async function documented(): Promise<readonly Operation[]> {
  const document = (await (await door.call('GET', '/openapi.json')).json()) as {
    paths: Record<string, Record<string, Record<string, unknown>>>
  }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      roles: (operation['x-roles'] ?? []) as Role[],
      body: operation.requestBody !== undefined,
      public: (operation.security as unknown[]).length === 0,
      responses: Object.keys(operation.responses as object),
    })),
  )
}

function someone(role: Role) {
  return role === 'customer' ? customer('c-anna') : staff(role)
}

/** A body that the schema takes, so that the refusal under test is the one that answers. */
const BODIES: Readonly<Record<string, unknown>> = {
  '/v1/threads/{id}/messages': { text: 'Hello' },
  '/v1/approvals/{id}/decision': { decision: 'approve', termsHash: '0'.repeat(64) },
  '/v1/disputes/{id}/answered': { outcome: 'insists' },
  '/v1/approvals/{id}/answer': { questionId: 'q-1', text: 'Yes.' },
  '/v1/approvals/{id}/second-confirmation': { termsHash: '0'.repeat(64) },
  '/v1/webhooks': { url: 'https://example.org/hook' },
  '/v1/handoffs/{id}/messages': { text: 'Hello' },
  '/v1/duty': { onDuty: true },
}

function minimal(operation: Operation): { json?: unknown } {
  return operation.body ? { json: BODIES[operation.path] ?? {} } : {}
}

function url(operation: Operation, ids: Record<string, string> = {}): string {
  const resource = operation.path.split('/')[2] ?? ''
  return operation.path.replace('{id}', ids[resource] ?? 'some-id').replace('{act}', '0')
}

async function refused(answer: Promise<Response>, status: number, code: string) {
  const response = await answer
  const problem = (await response.json()) as { faults: { path: string; reason: string }[] } & Record<string, unknown>
  expect(problem).toMatchObject({ status, code, requestId: expect.any(String), detail: expect.any(String) })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.stringify(problem)).not.toMatch(/\bat .+:\d+:\d+|node_modules/)
  return problem
}

async function seedAnothers({ door, pool, desk, seedCustomer }: TestDoor): Promise<Record<string, string>> {
  const customerId = await seedCustomer('c-bert')
  const at = door.clock.now()
  await door.threads.create({ id: 'thread-bert', customerId, locale: 'de', at })
  const { mandate } = await door.delegations.draft({
    customerId,
    threadId: 'thread-bert',
    need: 'refinance-loan',
    subject: null,
    goal: 'cheaper',
    limits: { maxTermMonths: 36 },
  })
  const task = await door.delegations.confirm(mandate.id, customerId)
  await desk.open(proposal({ id: 'prop-bert', customerId }))
  const call = { threadId: 'thread-bert', customerId, reason: 'asked', summary: 'Asks for a person.' } as const
  const { handoff } = await door.handoffs.request(call)
  await pool.query('insert into explanations (id, customer_id, explanation, created_at) values ($1, $2, $3, $4)', [
    'expl-bert',
    customerId,
    JSON.stringify({ title: { de: 'x', en: 'x' }, ruleIds: [], inputs: {}, steps: [], sources: [] }),
    at,
  ])
  const done = proposal({
    id: 'prop-bert-done',
    customerId,
    required: { reviewers: 1, customer: false, policyVersion: 'v' },
  })
  await desk.open(done)
  const { id: proposalId, termsHash } = done
  await desk.decide({ proposalId, termsHash, person: 'r-0', role: 'reviewer', decision: 'approve', reason: null })
  const executions = postgresExecutions({ pool, jobs: notingQueue() })
  const line = { proposalId, act: 0, termsHash }
  await executions.recordAttempt({ ...line, kind: 'started', detail: null, at: at.toISOString() })
  const confirmed = { counterpartyId: 'musterbank-nord', reference: 'V-1', committedAt: at.toISOString() }
  await executions.recordCommitment({ ...line, ...confirmed }, at)
  const webhook = {
    id: 'webhook-bert',
    owner: 'u-c-bert',
    role: 'customer',
    customerId,
    url: 'https://example.org/',
  } as const
  await door.webhooks.book.add({ ...webhook, events: ['task.done'], createdAt: at.toISOString() }, 'whsec_c2VjcmV0')
  return {
    threads: 'thread-bert',
    commitments: 'prop-bert-done',
    webhooks: 'webhook-bert',
    mandates: mandate.id,
    tasks: task.id,
    negotiations: `neg-${mandate.id}`,
    approvals: 'prop-bert',
    handoffs: handoff.id,
    explanations: 'expl-bert',
  }
}
