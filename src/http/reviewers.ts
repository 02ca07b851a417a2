/**
 * Taking the role from a reviewer here, at once and whatever their token still says, and giving it back.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { body, json, mayAct, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { refusals } from './schemas/problem-schema.ts'

/** A person need not have voted here before to be kept from it. */
const personSchema = z.strictObject({ person: z.string().min(1).max(200).describe('the subject of their token') })
const changedSchema = z.object({ changed: z.boolean().describe('false when it was so before') })

export function reviewers(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/reviewers/revoked',
        summary: 'Who is without the role of a reviewer',
        ...mayRead('operator'),
        responses: { ...refusals, 200: json(z.object({ revoked: z.array(z.string()) }), 'By name of the subject') },
      }),
      async (c) => c.json({ revoked: [...(await door.reviewers.revoked())] }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/reviewers/revoke',
        summary: 'Take the role from a reviewer; what rests on their vote is not executed',
        ...mayAct(door, { operationId: 'revokeReviewer' }, 'operator'),
        request: { body: body(personSchema) },
        responses: { ...refusals, 200: json(changedSchema, 'Taken') },
      }),
      async (c) => {
        const changed = await door.reviewers.revoke(c.req.valid('json').person, c.get('principal').subject)
        return c.json({ changed }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/reviewers/reinstate',
        summary: 'Give the role back',
        ...mayAct(door, { operationId: 'reinstateReviewer' }, 'operator'),
        request: { body: body(personSchema) },
        responses: { ...refusals, 200: json(changedSchema, 'Given back') },
      }),
      async (c) => {
        const changed = await door.reviewers.reinstate(c.req.valid('json').person, c.get('principal').subject)
        return c.json({ changed }, 200)
      },
    )
}
