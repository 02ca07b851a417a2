/**
 * Withdrawing from a contract in time: one call opens the proposal, which is approved like every act that binds.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import { idempotencyHeader, idParam, json, mayCreate, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'

const startedSchema = z
  .object({
    approvalId: z.string().describe('the request for approval of the withdrawal'),
    termsHash: z.string(),
    expiresAt: z.string().describe('the last moment in which it can be sent in time'),
  })
  .openapi('WithdrawalStarted')

export function withdrawals(door: Door) {
  return resource().openapi(
    createRoute({
      method: 'post',
      path: '/commitments/{id}/withdraw',
      summary: 'Start the withdrawal from a contract, while the law lets you',
      description:
        'Named by the proposal; `act` counts from 0 and is needed only where it concluded several contracts. While a withdrawal is open it is the answer again. After the last day it is refused with the reason.',
      ...mayCreate(door, { operationId: 'withdrawFromContract' }, 'customer'),
      request: {
        params: idParam,
        headers: idempotencyHeader,
        query: z.object({ act: z.coerce.number().int().min(0).max(4).optional() }),
      },
      responses: { ...refusals, 201: json(startedSchema, 'The request for approval') },
    }),
    async (c) => {
      const { act } = c.req.valid('query')
      const { id: proposalId } = c.req.valid('param')
      const of = { customerId: customerOf(c), proposalId, ...(act === undefined ? {} : { act }) }
      const proposal = await door.withdrawals.start(of)
      c.set('about', { subject: proposal.id })
      return c.json({ approvalId: proposal.id, termsHash: proposal.termsHash, expiresAt: proposal.expiresAt }, 201)
    },
  )
}
