/**
 * Who the token says you are; everything on record about you; and having it erased.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { customerSchema } from '../../tools/offers/contract.ts'
import { eraseCustomer } from '../erasure.ts'
import { json, mayAct, mayRead, mayReadFreshly, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf } from './ownership.ts'
import { ROLES } from './principal.ts'
import { refusals } from './schemas/problem-schema.ts'

const meSchema = z
  .object({
    subject: z.string(),
    role: z.enum(ROLES),
    customer: customerSchema.nullable().describe('the customer on record; null for other roles'),
  })
  .openapi('Me')

export function me(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/me',
        summary: 'Who you are here',
        ...mayRead(...ROLES),
        responses: { ...refusals, 200: json(meSchema, 'You') },
      }),
      async (c) => {
        const { subject, role, customerId } = c.get('principal')
        const customer = customerId === null ? null : await door.records.customer(customerId)
        return c.json({ subject, role, customer }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me/export',
        summary: 'Everything on record about you (Art. 15 and 20 GDPR)',
        ...mayReadFreshly('customer'),
        responses: { ...refusals, 200: json(z.record(z.string(), z.unknown()), 'Your records by kind') },
      }),
      async (c) => c.json({ ...(await door.personal.exportOf(customerOf(c))) }, 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/me',
        summary: 'Erase your records (Art. 17 GDPR)',
        description:
          'Revokes every mandate, voids every open proposal, then erases for good. What was approved and done stays in ' +
          'the ledger as evidence (Art. 17 (3) (b) and (e)).',
        ...mayAct(door, { operationId: 'eraseCustomer', signIn: 'recent' }, 'customer'),
        responses: { ...refusals, 204: { description: 'Erased' } },
      }),
      async (c) => {
        await eraseCustomer(door, customerOf(c))
        return c.body(null, 204)
      },
    )
}
