/**
 * Approvals and commitments as signed documents that verify offline with the published keys.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { ApprovalRequest } from '../../tools/commitments/approval-desk.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { approvalReceipt, commitmentReceipt } from '../signing/receipts.ts'
import { idParam, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { found, ownOrStaff } from './ownership.ts'
import type { Principal } from './principal.ts'
import { refusals } from './schemas/problem-schema.ts'

const RECEIPT = { description: 'A compact JWS', content: { 'application/jose': { schema: z.string() } } }
const MAY = mayRead('customer', 'reviewer', 'operator')

const actParams = idParam.extend({ act: z.coerce.number().int().min(0).max(100) })

export function receipts(door: Door) {
  const answer = async (payload: object) =>
    new Response(await signerOf(door).sign(payload), { status: 200, headers: { 'content-type': 'application/jose' } })

  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/approvals/{id}/receipt',
        summary: 'How a request was closed, signed',
        ...MAY,
        request: { params: idParam },
        responses: { ...refusals, 200: RECEIPT },
      }),
      async (c) => {
        const request = await visible(door, c.get('principal'), c.req.valid('param').id)
        const { outcome } = request
        if (outcome === null) throw new ParleyError('CONFLICT', 'Nothing is decided yet, so there is no receipt.')
        return answer(approvalReceipt(request, outcome, door.clock.now()))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/commitments/{id}/{act}/receipt',
        summary: 'What a counterparty confirmed under an approval, signed',
        description: 'Named by the proposal and the position of the act in it, counted from 0.',
        ...MAY,
        request: { params: actParams },
        responses: { ...refusals, 200: RECEIPT },
      }),
      async (c) => {
        const { id, act } = c.req.valid('param')
        const request = await visible(door, c.get('principal'), id)
        const execution = await door.approvals.executionOf(id)
        const commitments = execution.kind === 'waiting' ? [] : execution.commitments
        const commitment = found(
          commitments.find((one) => one.act === act),
          'commitment',
          `${id}/${act}`,
        )
        const approval = found(request.outcome, 'approval', id)
        return answer(commitmentReceipt(request, { approval, commitment }, door.clock.now()))
      },
    )
}

async function visible(door: Door, reader: Principal, id: string): Promise<ApprovalRequest> {
  const request = await door.reviews.request(id)
  return found(
    ownOrStaff(reader, request, (r) => r.proposal.customerId),
    'approval request',
    id,
  )
}

function signerOf({ signer }: Door) {
  if (signer !== null) return signer
  throw new ParleyError('CONFIG_INVALID', 'There is no key to sign receipts with. Ask the operator to set one.')
}
