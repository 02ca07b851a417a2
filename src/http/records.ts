/**
 * What is on record about a customer: debts, contracts, quotes, and why a figure is what it is.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { debtSchema } from '../../tools/debts/debt.ts'
import { contractSchema, offerSchema } from '../../tools/offers/contract.ts'
import { body, idempotencyHeader, idParam, json, mayCreate, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, found } from './ownership.ts'
import { explanationSchema } from './schemas/explanation-schema.ts'
import { refusals } from './schemas/problem-schema.ts'

export function records(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/debts',
        summary: 'What you owe, as each creditor last stated it',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ debts: z.array(debtSchema) }), 'Debts') },
      }),
      async (c) => c.json({ debts: [...(await door.records.debts(customerOf(c)))] }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/contracts',
        summary: 'Your contracts',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ contracts: z.array(contractSchema) }), 'Contracts') },
      }),
      async (c) => c.json({ contracts: [...(await door.records.contracts(customerOf(c)))] }, 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/offers',
        summary: 'The quotes you already hold',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ offers: z.array(offerSchema) }), 'Quotes') },
      }),
      async (c) => c.json({ offers: [...(await door.records.offers(customerOf(c)))] }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/offers',
        summary: 'Add a quote you already hold; a newer `asOf` of the same id replaces it',
        ...mayCreate(door, { operationId: 'addOffer', audit: 'offer.added' }, 'customer'),
        request: { headers: idempotencyHeader, body: body(offerSchema) },
        responses: { ...refusals, 201: json(offerSchema, 'The quote as stored') },
      }),
      async (c) => {
        const offer = c.req.valid('json')
        await door.records.addOffer(customerOf(c), offer)
        c.set('about', { subject: offer.id })
        return c.json(offer, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/explanations/{id}',
        summary: 'Why a figure is what it is: rule, inputs, steps, sources',
        ...mayRead('customer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(explanationSchema, 'The explanation') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const explanation = found(await door.explanations.get(customerOf(c), id), 'explanation', id)
        return c.json(explanationSchema.parse(explanation), 200)
      },
    )
}
