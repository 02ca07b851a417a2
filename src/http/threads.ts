/**
 * Conversations: begun, listed, read and erased by their customer; read by the person who took one over.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { Thread } from '../../agents/thread-store.ts'
import { body, idempotencyHeader, idParam, json, mayAct, mayCreate, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, found, ownThread } from './ownership.ts'
import type { Principal } from './principal.ts'
import { refusals } from './schemas/problem-schema.ts'
import { conversationSchema, handoffSchema, localeSchema, threadSchema } from './schemas/thread-schemas.ts'

const LAST_MESSAGES = 500

export function threads(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'post',
        path: '/threads',
        summary: 'Begin a conversation',
        ...mayCreate(door, { operationId: 'beginThread' }, 'customer'),
        request: { headers: idempotencyHeader, body: body(z.strictObject({ locale: localeSchema.default('de') })) },
        responses: { ...refusals, 201: json(threadSchema, 'The new conversation') },
      }),
      async (c) => {
        const { locale } = c.req.valid('json')
        const thread = await door.threads.create({
          id: door.ids.next('thread'),
          customerId: customerOf(c),
          locale,
          at: door.clock.now(),
        })
        c.set('about', { threadId: thread.id })
        return c.json(threadSchema.parse(thread), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/threads',
        summary: 'Your conversations, newest first',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ threads: z.array(threadSchema) }), 'Conversations') },
      }),
      async (c) => {
        const list = await door.threads.listFor(customerOf(c))
        return c.json({ threads: list.map((thread) => threadSchema.parse(thread)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/threads/{id}',
        summary: 'A conversation with its messages',
        ...mayRead('customer', 'duty-agent'),
        request: { params: idParam, query: z.object({ after: z.coerce.number().int().min(0).optional() }) },
        responses: { ...refusals, 200: json(conversationSchema, 'The conversation') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { after } = c.req.valid('query')
        const thread = await readableThread(door, c.get('principal'), id)
        return c.json(await conversation(door, thread, after), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/threads/{id}',
        summary: 'Erase a conversation',
        ...mayAct(door, { operationId: 'eraseThread', audit: 'thread.erased' }, 'customer'),
        request: { params: idParam },
        responses: { ...refusals, 204: { description: 'Erased' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await ownThread(door, customerOf(c), id)
        await door.threads.remove(id)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/threads/{id}/handoff',
        summary: 'Ask for a person',
        description: 'Asking twice calls one person. No model is involved.',
        ...mayCreate(door, { operationId: 'askForPerson' }, 'customer'),
        request: { params: idParam, headers: idempotencyHeader },
        responses: {
          ...refusals,
          201: json(z.object({ handoff: handoffSchema, onDuty: z.boolean() }), 'The hand-off, with a dated promise'),
        },
      }),
      async (c) => {
        const thread = await ownThread(door, customerOf(c), c.req.valid('param').id)
        const { handoff, onDuty } = await door.handoffs.request({
          threadId: thread.id,
          customerId: thread.customerId,
          reason: 'asked',
          summary: thread.locale === 'de' ? 'Möchte mit einem Menschen sprechen.' : 'Asks to speak with a person.',
        })
        return c.json({ handoff: handoffSchema.parse(handoff), onDuty }, 201)
      },
    )
}

/** A customer reads their own; a duty agent what is waiting for somebody, or was theirs. */
async function readableThread(door: Door, principal: Principal, id: string): Promise<Thread> {
  if (principal.customerId !== null) return ownThread(door, principal.customerId, id)
  const handoffs = await door.handoffs.list({ threadId: id })
  const theirs = handoffs.some((h) => h.status === 'waiting' || h.dutyAgent === principal.subject)
  return found(theirs ? await door.threads.get(id) : null, 'thread', id)
}

async function conversation(door: Door, thread: Thread, afterSeq: number | undefined) {
  return conversationSchema.parse({
    thread,
    messages: await door.threads.messages(thread.id, afterSeq === undefined ? { last: LAST_MESSAGES } : { afterSeq }),
    handoff: await door.handoffs.openOf(thread.id),
    pendingMandate: (await door.mandates.pendingOf(thread.id, door.clock.now()))?.id ?? null,
  })
}
