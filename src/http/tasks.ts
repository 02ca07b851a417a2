/**
 * Delegated tasks: one request that states the mandate and, being the customer's own act, confirms it.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { body, idempotencyHeader, idParam, json, mayCreate, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { taskView } from './negotiation-view.ts'
import { customerOf, ownTask } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'
import { goalSchema, mandateRequestSchema, taskSchema, taskViewSchema } from './schemas/task-schemas.ts'
import { draftFrom } from './task-request.ts'
import { bringWebhook, taskWebhookSchema } from './task-webhook.ts'

const taskRequestSchema = z
  .strictObject({
    goal: goalSchema.optional(),
    mandate: mandateRequestSchema,
    webhook: taskWebhookSchema.optional(),
  })
  .openapi('TaskRequest')

export function tasks(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'post',
        path: '/tasks',
        summary: 'Delegate a task: the mandate is written down and confirmed by this request',
        description: 'Negotiating begins at once; binding always needs an approval of the exact terms.',
        ...mayCreate(door, { operationId: 'delegateTask' }, 'customer'),
        request: { headers: idempotencyHeader, body: body(taskRequestSchema) },
        responses: { ...refusals, 201: json(taskSchema, 'The task that began') },
      }),
      async (c) => {
        const customerId = customerOf(c)
        const { webhook, ...asked } = c.req.valid('json')
        if (webhook !== undefined) await bringWebhook(door, c.get('principal'), webhook)
        const once = c.get('once')
        // Taken up again after a crash, the request confirms the mandate it had drafted, and nothing happens twice.
        const mandateId = once?.note ?? (await door.delegations.draft(draftFrom({ customerId, ...asked }))).mandate.id
        await once?.keep(mandateId)
        const task = await door.delegations.confirm(mandateId, customerId)
        c.set('about', { subject: task.id })
        return c.json(taskSchema.parse(task), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/tasks',
        summary: 'Your tasks, newest first',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ tasks: z.array(taskSchema) }), 'Tasks') },
      }),
      async (c) => {
        const list = await door.negotiations.tasksOf(customerOf(c))
        return c.json({ tasks: list.map((task) => taskSchema.parse(task)) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/tasks/{id}',
        summary: 'A task with its negotiations and their moves',
        ...mayRead('customer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(taskViewSchema, 'The task') },
      }),
      async (c) => {
        const task = await ownTask(door, customerOf(c), c.req.valid('param').id)
        return c.json(await taskView(door, task, c.get('principal')), 200)
      },
    )
}
