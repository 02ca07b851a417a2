/**
 * What happens in a task, as a stream that can be taken up where it broke off.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { TaskStatus } from '../../tools/negotiation/negotiation-ledger.ts'
import { idParam, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, ownTask } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'

const OVER: ReadonlySet<TaskStatus> = new Set(['done', 'no-deal', 'stopped'])
/** A comment this often keeps proxies from closing a quiet stream. */
const HEARTBEAT_MILLISECONDS = 15_000

export function taskEvents(door: Door) {
  return resource().openapi(
    createRoute({
      method: 'get',
      path: '/tasks/{id}/events',
      summary: 'Live events of a task (SSE)',
      description: 'Send Last-Event-ID to go on after the last event seen. Ends with `end` when the task is over.',
      ...mayRead('customer'),
      request: {
        params: idParam,
        headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
      },
      responses: {
        ...refusals,
        200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } },
      },
    }),
    async (c) => {
      const { id } = await ownTask(door, customerOf(c), c.req.valid('param').id)
      let last = c.req.valid('header')['last-event-id'] ?? 0
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, async (stream) => {
        let quiet = 0
        while (!stream.aborted) {
          // The status is read before the events, so that nothing said before the end is missed.
          const status = (await door.negotiations.task(id))?.status ?? 'stopped'
          const events = await door.negotiations.events(id, last)
          for (const event of events) {
            const data = JSON.stringify({ kind: event.kind, data: event.data, at: event.at })
            await stream.writeSSE({ id: String(event.seq), event: event.kind, data })
            last = event.seq
          }
          if (OVER.has(status)) {
            await stream.writeSSE({ event: 'end', data: JSON.stringify({ status }) })
            return
          }
          quiet = events.length > 0 ? 0 : quiet + door.settings.pollMilliseconds
          if (quiet >= HEARTBEAT_MILLISECONDS) {
            await stream.write(': still here\n\n')
            quiet = 0
          }
          await stream.sleep(door.settings.pollMilliseconds)
        }
      })
    },
  )
}
