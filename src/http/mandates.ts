/**
 * What a customer allows: written down, confirmed and revoked by the customer alone.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { type Mandate, notInForce } from '../../tools/mandates/mandate.ts'
import { body, idempotencyHeader, idParam, json, mayAct, mayCreate, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, ownMandate, ownThread } from './ownership.ts'
import { partiesOf } from './parties.ts'
import { refusals } from './schemas/problem-schema.ts'
import { goalSchema, mandateRequestSchema, mandateSchema, taskSchema } from './schemas/task-schemas.ts'
import { draftFrom } from './task-request.ts'

const draftRequestSchema = mandateRequestSchema.extend({
  goal: goalSchema.optional(),
  threadId: z.string().min(1).max(200).optional(),
})

export function mandates(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'post',
        path: '/mandates',
        summary: 'Write down a mandate; it allows nothing until you confirm it',
        ...mayCreate(door, { operationId: 'draftMandate' }, 'customer'),
        request: { headers: idempotencyHeader, body: body(draftRequestSchema) },
        responses: { ...refusals, 201: json(mandateSchema, 'The draft') },
      }),
      async (c) => {
        const { goal, threadId, ...mandate } = c.req.valid('json')
        const customerId = customerOf(c)
        if (threadId !== undefined) await ownThread(door, customerId, threadId)
        const { mandate: draft } = await door.delegations.draft(draftFrom({ customerId, threadId, goal, mandate }))
        c.set('about', { subject: draft.id, ...(threadId === undefined ? {} : { threadId }) })
        return c.json(await view(door, draft), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/mandates',
        summary: 'Your mandates',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ mandates: z.array(mandateSchema) }), 'Mandates') },
      }),
      async (c) => {
        const list = await door.mandates.listFor(customerOf(c))
        return c.json({ mandates: await Promise.all(list.map((mandate) => view(door, mandate))) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/mandates/{id}',
        summary: 'One mandate',
        ...mayRead('customer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(mandateSchema, 'The mandate') },
      }),
      async (c) => c.json(await view(door, await ownMandate(door, customerOf(c), c.req.valid('param').id)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/mandates/{id}/confirm',
        summary: 'Confirm it: negotiating begins, and nothing binds without an approval',
        ...mayAct(door, { operationId: 'confirmMandate', signIn: 'recent' }, 'customer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(taskSchema, 'The task that began; the same when confirmed before') },
      }),
      async (c) => {
        const mandate = await ownMandate(door, customerOf(c), c.req.valid('param').id)
        return c.json(taskSchema.parse(await door.delegations.confirm(mandate.id, mandate.customerId)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/mandates/{id}',
        summary: 'Revoke it: everything under it stops at once',
        ...mayAct(door, { operationId: 'revokeMandate', signIn: 'recent' }, 'customer'),
        request: { params: idParam },
        responses: { ...refusals, 204: { description: 'Revoked, now or before' } },
      }),
      async (c) => {
        const mandate = await ownMandate(door, customerOf(c), c.req.valid('param').id)
        await door.delegations.revoke(mandate.id, mandate.customerId)
        return c.body(null, 204)
      },
    )
}

async function view(door: Door, mandate: Mandate) {
  const parties = await partiesOf(door, mandate.customerId)
  return mandateSchema.parse({
    ...mandate,
    counterpartyNames: await Promise.all(mandate.counterparties.map(async (id) => (await parties(id)).name)),
    state: notInForce(mandate, door.clock.now()) ?? 'in-force',
  })
}
