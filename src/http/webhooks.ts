/**
 * Webhooks: who wants to hear of what, and what became of each delivery.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { ParleyError } from '../../tools/shared/errors.ts'
import { WEBHOOK_EVENTS, type WebhookRole } from '../webhooks/events.ts'
import { registerWebhook } from '../webhooks/register.ts'
import { body, idParam, json, mayAct, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { found } from './ownership.ts'
import type { WebhookOwner } from './ports/webhook-book.ts'
import type { Principal } from './principal.ts'
import { refusals } from './schemas/problem-schema.ts'

const HEARERS = ['customer', 'reviewer', 'duty-agent', 'operator'] as const
const DELIVERIES = 100

const webhookSchema = z
  .object({
    id: z.string(),
    owner: z.string(),
    role: z.enum(HEARERS),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    createdAt: z.string(),
    pending: z.number().describe('deliveries that wait for a try'),
    dead: z.number().describe('deliveries that were given up'),
    lastError: z.string().nullable().describe('of what is not delivered'),
  })
  .openapi('Webhook')

const deliverySchema = z
  .object({
    id: z.string().describe('`webhook-id`, the same on every try'),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    status: z.enum(['pending', 'delivered', 'dead']),
    attempts: z.number(),
    nextAt: z.string().nullable(),
    lastStatus: z.number().nullable(),
    lastError: z.string().nullable(),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi('WebhookDelivery')

const requestSchema = z
  .strictObject({
    url: z.string().min(1).max(2000),
    events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).optional().describe('all that your role may hear of when absent'),
  })
  .openapi('WebhookRequest')

export function webhooks(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'post',
        path: '/webhooks',
        summary: 'Hear of events by HTTP; the secret to verify them is shown here and never again',
        description:
          'A customer hears of their own. No Idempotency-Key: an answer with a secret is not kept. Should it be lost, delete the webhook and register it again.',
        ...mayAct(door, { operationId: 'addWebhook' }, ...HEARERS),
        request: { body: body(requestSchema) },
        responses: { ...refusals, 201: json(webhookSchema.extend({ secret: z.string() }), 'Registered') },
      }),
      async (c) => {
        const { role, subject, customerId } = c.get('principal')
        const { clock, ids } = door
        const { book, rules } = door.webhooks
        const owner = { role: role as WebhookRole, subject, customerId }
        const { webhook, secret } = await registerWebhook({ book, rules, clock, ids }, owner, c.req.valid('json'))
        return c.json({ ...webhookSchema.parse(webhook), secret }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/webhooks',
        summary: 'Your webhooks; an operator sees everybody’s',
        ...mayRead(...HEARERS),
        responses: { ...refusals, 200: json(z.object({ webhooks: z.array(webhookSchema) }), 'Webhooks') },
      }),
      async (c) => {
        const list = await door.webhooks.book.list(ownerOf(c.get('principal')))
        return c.json({ webhooks: list.map((webhook) => webhookSchema.parse(webhook)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/webhooks/{id}/deliveries',
        summary: 'What was delivered, what waits for its next try, and what was given up',
        ...mayRead(...HEARERS),
        request: { params: idParam },
        responses: { ...refusals, 200: json(z.object({ deliveries: z.array(deliverySchema) }), 'Newest first') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { book } = door.webhooks
        found(await book.get(id, ownerOf(c.get('principal'))), 'webhook', id)
        const list = await book.deliveries(id, DELIVERIES)
        return c.json({ deliveries: list.map((delivery) => deliverySchema.parse(delivery)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/webhooks/{id}',
        summary: 'Hear no more; what was not delivered is dropped',
        ...mayAct(door, { operationId: 'removeWebhook', audit: 'webhook.removed' }, ...HEARERS),
        request: { params: idParam },
        responses: { ...refusals, 204: { description: 'Removed' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const removed = await door.webhooks.book.remove(id, ownerOf(c.get('principal')))
        if (!removed) throw new ParleyError('NOT_FOUND', `There is no webhook ${id}.`)
        return c.body(null, 204)
      },
    )
}

function ownerOf({ role, subject, customerId }: Principal): WebhookOwner {
  if (role === 'operator') return { kind: 'everybody' }
  if (customerId !== null) return { kind: 'customer', customerId }
  return { kind: 'person', role: role as WebhookRole, subject }
}
