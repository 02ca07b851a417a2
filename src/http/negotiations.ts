/**
 * One negotiation, move by move, with the reasons for ours.
 *
 * @module
 */
import { createRoute } from '@hono/zod-openapi'
import { idParam, json, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { negotiationViews } from './negotiation-view.ts'
import { found, ownOrStaff } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'
import { negotiationSchema } from './schemas/task-schemas.ts'

export function negotiations(door: Door) {
  return resource().openapi(
    createRoute({
      method: 'get',
      path: '/negotiations/{id}',
      summary: 'A negotiation, move by move',
      ...mayRead('customer', 'reviewer'),
      request: { params: idParam },
      responses: { ...refusals, 200: json(negotiationSchema, 'The negotiation') },
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const reader = c.get('principal')
      const stored = await door.negotiations.negotiation(id)
      const negotiation = found(
        ownOrStaff(reader, stored, (n) => n.customerId),
        'negotiation',
        id,
      )
      const [view] = await negotiationViews(door, [negotiation], reader)
      return c.json(found(view, 'negotiation', id), 200)
    },
  )
}
