/**
 * A customer's message and its answer: as JSON when it is there, or as a stream of what happens on the way.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { ParleyError } from '../../tools/shared/errors.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { body, idempotencyHeader, idParam, json, mayAct, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, ownThread } from './ownership.ts'
import type { RunEvent } from './ports/runs.ts'
import { refusals } from './schemas/problem-schema.ts'
import { localeSchema, messageSchema } from './schemas/thread-schemas.ts'

const answerSchema = z
  .object({
    status: z.enum(['replied', 'handed-off', 'queued']),
    messageId: z.string(),
    reply: messageSchema.nullable(),
  })
  .openapi('Answer')

const messageRequestSchema = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  id: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, 'must be 1 to 100 letters, digits or . : _ -')
    .optional()
    .describe('yours, so that a repeated request gets the first answer'),
  locale: localeSchema.optional(),
})

export function messages(door: Door) {
  return resource().openapi(
    createRoute({
      method: 'post',
      path: '/threads/{id}/messages',
      summary: 'Say something',
      description:
        'JSON by default. With `Accept: text/event-stream` a stream of `tool`, `token`, `reply`, `handed-off`, `queued` ' +
        'and `error` events. A repeated id (body `id`, or Idempotency-Key) gets the first answer.',
      ...mayAct(door, { operationId: 'sayMessage' }, 'customer'),
      'x-idempotent': true,
      request: { params: idParam, headers: idempotencyHeader, body: body(messageRequestSchema) },
      responses: {
        ...refusals,
        200: {
          description: 'The answer',
          content: { 'application/json': { schema: answerSchema }, 'text/event-stream': { schema: z.string() } },
        },
        202: json(answerSchema, 'Stored; it waits behind an earlier message'),
      },
    }),
    async (c) => {
      const [threadId, customerId] = [c.req.valid('param').id, customerOf(c)]
      const { text, id, locale } = c.req.valid('json')
      c.set('about', { threadId })
      const key = c.req.header('idempotency-key')
      const message = {
        threadId,
        customerId,
        messageId: id ?? (key === undefined ? door.ids.next('msg') : keyedId(customerId, key)),
        text,
        ...(locale === undefined ? {} : { locale }),
        recentlySignedIn: c.get('principal').recentlySignedIn === true,
      }
      if (!/text\/event-stream/.test(c.req.header('accept') ?? '')) {
        const answer = await run(door, message)
        return c.json(answer, answer.status === 'queued' ? 202 : 200)
      }
      // Whose thread it is is checked with the message; but a stream that has begun can no longer be refused.
      await ownThread(door, customerId, threadId)
      const requestId = c.get('requestId')
      // Proxies must not hold tokens back.
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, async (stream) => {
        const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
        try {
          let replied = false
          const answer = await run(door, message, async (event) => {
            if (event.type === 'reply') replied = true
            await send(event.type, wire(event))
          })
          // A repeated request has no run to stream: its first answer comes at once.
          if (!replied && answer.reply !== null) await send('reply', answer.reply)
          await send('end', { status: answer.status, messageId: answer.messageId })
        } catch (error) {
          const known = error instanceof ParleyError
          if (!known) door.log.error({ requestId, err: error }, 'streamed message failed')
          await send('error', {
            code: known ? error.code : 'INTERNAL',
            detail: known ? error.message : 'Something went wrong on our side. Your message is stored; ask again.',
            requestId,
          })
        }
      })
    },
  )
}

type Message = Parameters<Door['runs']['send']>[0]

async function run(door: Door, message: Message, onEvent?: (event: RunEvent) => void | Promise<void>) {
  const outcome = await door.runs.send(message, onEvent)
  const reply = outcome.kind === 'queued' ? null : outcome.reply
  return answerSchema.parse({ status: outcome.kind, messageId: message.messageId, reply })
}

function wire(event: RunEvent): unknown {
  switch (event.type) {
    case 'reply':
      return messageSchema.parse(event.message)
    case 'token':
      return { text: event.text }
    case 'tool':
      return { name: event.name, phase: event.phase }
    case 'handed-off':
      return { handoffId: event.handoffId }
  }
}

/** One message id per customer and key, so that a retry after a crash meets what it stored the first time. */
function keyedId(customerId: string, key: string): string {
  return `msg_${termsHash({ customerId, key }).slice(0, 24)}`
}
