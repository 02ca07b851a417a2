/**
 * Conversations that people took over: the queue, the person's words, and giving back; and who is on call.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { Handoff } from '../../agents/handoff-desk.ts'
import { body, idempotencyHeader, idParam, json, mayAct, mayCreate, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { found } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'
import { handoffSchema, messageSchema } from './schemas/thread-schemas.ts'

const statusSchema = z.enum(['waiting', 'accepted', 'returned', 'closed'])
const dutySchema = z
  .object({ person: z.string(), onDuty: z.boolean(), changedAt: z.string().nullable() })
  .openapi('Duty')
const oneHandoff = json(handoffSchema, 'The hand-off as it stands now')

export function handoffs(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/handoffs',
        summary: 'Hand-offs, oldest first; a customer sees their own',
        ...mayRead('customer', 'duty-agent', 'operator'),
        request: { query: z.object({ status: statusSchema.optional() }) },
        responses: { ...refusals, 200: json(z.object({ handoffs: z.array(handoffSchema) }), 'Hand-offs') },
      }),
      async (c) => {
        const { status } = c.req.valid('query')
        const { customerId } = c.get('principal')
        const list = await door.handoffs.list({
          ...(status === undefined ? {} : { statuses: [status] }),
          ...(customerId === null ? {} : { customerId }),
        })
        return c.json({ handoffs: list.map((handoff) => handoffSchema.parse(handoff)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/handoffs/{id}/accept',
        summary: 'Take a conversation over',
        ...mayAct(door, { operationId: 'acceptHandoff' }, 'duty-agent'),
        request: { params: idParam },
        responses: { ...refusals, 200: oneHandoff },
      }),
      async (c) => {
        const { id } = await existing(door, c.req.valid('param').id)
        return c.json(handoffSchema.parse(await door.handoffs.accept(id, c.get('principal').subject)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/handoffs/{id}/messages',
        summary: 'Say something to the customer as a person',
        ...mayCreate(door, { operationId: 'sayAsPerson' }, 'duty-agent'),
        request: {
          params: idParam,
          headers: idempotencyHeader,
          body: body(z.strictObject({ text: z.string().trim().min(1).max(4000) })),
        },
        responses: { ...refusals, 201: json(messageSchema, 'The message as sent') },
      }),
      async (c) => {
        const { id, threadId, customerId } = await existing(door, c.req.valid('param').id)
        c.set('about', { threadId, customerId })
        const once = c.get('once')
        const messageId = once?.note ?? door.ids.next('msg')
        await once?.keep(messageId)
        const { text } = c.req.valid('json')
        const said = await door.handoffs.say({
          handoffId: id,
          dutyAgent: c.get('principal').subject,
          messageId,
          text,
        })
        return c.json(messageSchema.parse(said), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/handoffs/{id}/return',
        summary: 'Give the conversation back to the assistant',
        ...mayAct(door, { operationId: 'returnHandoff' }, 'duty-agent'),
        request: { params: idParam },
        responses: { ...refusals, 200: oneHandoff },
      }),
      async (c) => {
        const { id } = await existing(door, c.req.valid('param').id)
        return c.json(handoffSchema.parse(await door.handoffs.giveBack(id, c.get('principal').subject)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/handoffs/{id}/close',
        summary: 'End a hand-off',
        ...mayAct(door, { operationId: 'closeHandoff' }, 'duty-agent'),
        request: { params: idParam },
        responses: { ...refusals, 200: oneHandoff },
      }),
      async (c) => {
        const { id } = await existing(door, c.req.valid('param').id)
        return c.json(handoffSchema.parse(await door.handoffs.close(id, c.get('principal').subject)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/duty',
        summary: 'Whether you are on call',
        ...mayRead('duty-agent'),
        responses: { ...refusals, 200: json(dutySchema, 'Your duty') },
      }),
      async (c) => c.json(dutySchema.parse(await door.handoffs.duty(c.get('principal').subject)), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/duty',
        summary: 'Come on call, or leave',
        ...mayAct(door, { operationId: 'setDuty', audit: 'duty.set' }, 'duty-agent'),
        request: { body: body(z.strictObject({ onDuty: z.boolean() })) },
        responses: { ...refusals, 200: json(dutySchema, 'Your duty now') },
      }),
      async (c) => {
        const { onDuty } = c.req.valid('json')
        return c.json(dutySchema.parse(await door.handoffs.setDuty(c.get('principal').subject, onDuty)), 200)
      },
    )
}

async function existing(door: Door, id: string): Promise<Handoff> {
  return found(await door.handoffs.get(id), 'hand-off', id)
}
