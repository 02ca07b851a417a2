/**
 * Letters: listed, downloaded, and noted as posted by whoever knows it.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { idParam, json, mayAct, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { found, ownOrStaff } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'

const LIST_LIMIT = 100

const letterSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    proposalId: z.string(),
    act: z.number(),
    counterpartyId: z.string(),
    counterpartyName: z.string(),
    subject: z.string(),
    channel: z.enum(['post', 'http']).describe('`http`: it went by the protocol, and this is the copy'),
    status: z.enum(['prepared', 'dispatched']).describe('`prepared` until somebody confirms that it went out'),
    sha256: z.string(),
    bytes: z.number(),
    preparedAt: z.string(),
    dispatchedAt: z.string().nullable(),
    confirmedBy: z.string().nullable(),
  })
  .openapi('Letter')

export function letters(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/letters',
        summary: 'Letters that were approved, newest first; a customer sees their own',
        ...mayRead('customer', 'reviewer', 'duty-agent', 'operator'),
        responses: { ...refusals, 200: json(z.object({ letters: z.array(letterSchema) }), 'Letters') },
      }),
      async (c) => {
        const { customerId } = c.get('principal')
        const list = await door.letters.list({ limit: LIST_LIMIT, ...(customerId === null ? {} : { customerId }) })
        return c.json({ letters: [...list] }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/letters/{id}/pdf',
        summary: 'The letter as it was approved, as a PDF',
        ...mayRead('customer', 'reviewer'),
        request: { params: idParam },
        responses: {
          ...refusals,
          200: {
            description: 'The PDF',
            content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
          },
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const letter = await door.letters.get(id)
        const own = found(
          ownOrStaff(c.get('principal'), letter, ({ customerId }) => customerId),
          'letter',
          id,
        )
        const pdf = found(await door.letters.pdf(own.id), 'letter', id)
        return c.body(new Uint8Array(pdf), 200, {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${own.id.replaceAll(/[^\w-]/g, '_')}.pdf"`,
          'cache-control': 'private, no-store',
        })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/letters/{id}/dispatched',
        summary: 'Note that the letter was posted; said again, the first note stands',
        ...mayAct(door, { operationId: 'confirmDispatch' }, 'customer', 'duty-agent', 'operator'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(letterSchema, 'The letter') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const principal = c.get('principal')
        const own = ownOrStaff(principal, await door.letters.get(id), ({ customerId }) => customerId)
        found(own, 'letter', id)
        const posted = await door.letters.confirmDispatch(id, { person: principal.subject, at: door.clock.now() })
        return c.json(found(posted, 'letter', id), 200)
      },
    )
}
