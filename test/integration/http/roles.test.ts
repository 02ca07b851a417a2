/** Who may use which route, written out, so that a change of a door is seen as such. */
import { afterAll, expect, it } from 'vitest'
import { openTestDoor } from '../../support/door.ts'

const door = await openTestDoor()
afterAll(() => door.close())

const ROLES_OF: Readonly<Record<string, string>> = {
  'POST /v1/threads': 'customer',
  'GET /v1/threads': 'customer',
  'GET /v1/threads/{id}': 'customer duty-agent',
  'DELETE /v1/threads/{id}': 'customer',
  'POST /v1/threads/{id}/handoff': 'customer',
  'POST /v1/threads/{id}/messages': 'customer',
  'POST /v1/mandates': 'customer',
  'GET /v1/mandates': 'customer',
  'GET /v1/mandates/{id}': 'customer',
  'DELETE /v1/mandates/{id}': 'customer',
  'POST /v1/mandates/{id}/confirm': 'customer',
  'POST /v1/tasks': 'customer',
  'GET /v1/tasks': 'customer',
  'GET /v1/tasks/{id}': 'customer',
  'GET /v1/tasks/{id}/events': 'customer',
  'GET /v1/negotiations/{id}': 'customer reviewer',
  'GET /v1/debts': 'customer',
  'GET /v1/contracts': 'customer',
  'GET /v1/offers': 'customer',
  'POST /v1/offers': 'customer',
  'GET /v1/explanations/{id}': 'customer',
  'GET /v1/approvals': 'customer reviewer',
  'GET /v1/approvals/{id}': 'customer reviewer',
  'POST /v1/approvals/{id}/claim': 'reviewer',
  'POST /v1/approvals/{id}/release': 'reviewer',
  'POST /v1/approvals/{id}/decision': 'customer reviewer',
  'POST /v1/approvals/{id}/answer': 'customer',
  'POST /v1/approvals/{id}/second-confirmation': 'customer',
  'GET /v1/commitments': 'customer reviewer',
  'POST /v1/commitments/{id}/withdraw': 'customer',
  'POST /v1/webhooks': 'customer reviewer duty-agent operator',
  'GET /v1/webhooks': 'customer reviewer duty-agent operator',
  'GET /v1/webhooks/{id}/deliveries': 'customer reviewer duty-agent operator',
  'DELETE /v1/webhooks/{id}': 'customer reviewer duty-agent operator',
  'GET /v1/reviewers/revoked': 'operator',
  'POST /v1/reviewers/revoke': 'operator',
  'POST /v1/reviewers/reinstate': 'operator',
  'GET /v1/letters': 'customer reviewer duty-agent operator',
  'GET /v1/letters/{id}/pdf': 'customer reviewer',
  'POST /v1/letters/{id}/dispatched': 'customer duty-agent operator',
  'GET /v1/disputes': 'customer',
  'POST /v1/disputes/{id}/answered': 'customer duty-agent operator',
  'GET /v1/handoffs': 'customer duty-agent operator',
  'POST /v1/handoffs/{id}/accept': 'duty-agent',
  'POST /v1/handoffs/{id}/messages': 'duty-agent',
  'POST /v1/handoffs/{id}/return': 'duty-agent',
  'POST /v1/handoffs/{id}/close': 'duty-agent',
  'GET /v1/duty': 'duty-agent',
  'PUT /v1/duty': 'duty-agent',
  'GET /v1/audit': 'customer operator',
  'GET /v1/audit/verification': 'operator',
  'GET /v1/audit/anchors': 'operator',
  'GET /v1/approvals/{id}/receipt': 'customer reviewer operator',
  'GET /v1/commitments/{id}/{act}/receipt': 'customer reviewer operator',
  'GET /.well-known/jwks.json': 'everybody',
  'GET /v1/figures': 'operator',
  'POST /v1/import': 'operator service',
  'GET /v1/policy': 'customer reviewer duty-agent operator service',
  'GET /v1/me': 'customer reviewer duty-agent operator service',
  'DELETE /v1/me': 'customer',
  'GET /v1/me/export': 'customer',
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /metrics': 'everybody',
}

const CREATING = [
  'POST /v1/threads',
  'POST /v1/threads/{id}/handoff',
  'POST /v1/threads/{id}/messages',
  'POST /v1/mandates',
  'POST /v1/tasks',
  'POST /v1/offers',
  'POST /v1/approvals/{id}/decision',
  'POST /v1/commitments/{id}/withdraw',
  'POST /v1/handoffs/{id}/messages',
]

interface Operation {
  readonly 'x-roles'?: readonly string[]
  readonly 'x-idempotent'?: boolean
  readonly tags?: readonly string[]
  readonly summary?: string
}

const document = (await (await door.call('GET', '/openapi.json')).json()) as {
  paths: Record<string, Record<string, Operation>>
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
)

it('opens every route to the roles written here and to nobody else', () => {
  const roles = operations.map(([name, operation]) => [name, operation['x-roles']?.join(' ') ?? 'everybody'])
  expect(Object.fromEntries(roles)).toEqual(ROLES_OF)
})

it('takes an idempotency key on every request that creates', () => {
  const creating = operations.flatMap(([name, operation]) => (operation['x-idempotent'] === true ? [name] : []))
  expect(creating.toSorted()).toEqual(CREATING.toSorted())
})

it('says of every route what it is for, in a group', () => {
  for (const [name, { summary, tags }] of operations) {
    expect(summary, name).toMatch(/^[A-Z]/)
    expect(tags, name).toHaveLength(1)
  }
})
