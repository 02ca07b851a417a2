/**
 * Requests for approval: looked at, claimed and decided. A vote here is the only way to an approval.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { ApprovalRequest } from '../../tools/commitments/approval-desk.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { body, idempotencyHeader, idParam, json, mayAct, mayCreate, mayRead, resource } from './access.ts'
import { decide } from './decide.ts'
import type { Door } from './door.ts'
import { customerOf, found, ownOrStaff } from './ownership.ts'
import type { Principal } from './principal.ts'
import {
  answerRequestSchema,
  approvalRequestSchema,
  commitmentSchema,
  decidedSchema,
  decisionRequestSchema,
} from './schemas/approval-schemas.ts'
import { refusals } from './schemas/problem-schema.ts'

const CLAIM_MINUTES = 15
const LIST_LIMIT = 100

const listSchema = z.object({ approvals: z.array(approvalRequestSchema) })

export function approvals(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/approvals',
        summary: 'Requests for approval, the most urgent first; a customer sees their own',
        ...mayRead('customer', 'reviewer'),
        request: { query: z.object({ status: z.enum(['pending', 'closed']).default('pending') }) },
        responses: { ...refusals, 200: json(listSchema, 'Requests') },
      }),
      async (c) => {
        const { customerId } = c.get('principal')
        const list = await door.reviews.requests({
          status: c.req.valid('query').status,
          limit: LIST_LIMIT,
          ...(customerId === null ? {} : { customerId }),
        })
        return c.json({ approvals: await Promise.all(list.map((request) => view(door, request))) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/approvals/{id}',
        summary: 'One request: terms, reasons, alternatives, votes, and what came of it',
        ...mayRead('customer', 'reviewer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(approvalRequestSchema, 'The request') },
      }),
      async (c) => c.json(await view(door, await visible(door, c.get('principal'), c.req.valid('param').id)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/approvals/{id}/claim',
        summary: 'Take a request to look at, for a quarter of an hour',
        ...mayAct(door, { operationId: 'claimApproval' }, 'reviewer'),
        request: { params: idParam },
        responses: { ...refusals, 200: json(approvalRequestSchema, 'The request, claimed') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await view(door, await door.reviews.claim(id, c.get('principal').subject, CLAIM_MINUTES)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/approvals/{id}/release',
        summary: 'Put a claimed request back',
        ...mayAct(door, { operationId: 'releaseApproval' }, 'reviewer'),
        request: { params: idParam },
        responses: { ...refusals, 204: { description: 'Put back' } },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await visible(door, c.get('principal'), id)
        await door.reviews.release(id, c.get('principal').subject)
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/approvals/{id}/decision',
        summary: 'Approve, reject or edit exactly these terms, or ask before deciding',
        description:
          'Name the hash of the terms you saw. A customer confirms or rejects their own; the proposer never decides.',
        ...mayCreate(door, { operationId: 'decideProposal', signIn: 'recent' }, 'customer', 'reviewer'),
        request: { params: idParam, headers: idempotencyHeader, body: body(decisionRequestSchema) },
        responses: { ...refusals, 200: json(decidedSchema, 'Where the request stands now') },
      }),
      async (c) => {
        const voter = c.get('principal')
        const { proposal } = await visible(door, voter, c.req.valid('param').id)
        c.set('about', {
          customerId: proposal.customerId,
          ...(proposal.threadId === null ? {} : { threadId: proposal.threadId }),
        })
        return c.json(await decide(door, voter, proposal.id, c.req.valid('json')), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/approvals/{id}/answer',
        summary: "Answer a reviewer's question about your proposal",
        description: 'In the conversation a plain reply to the question does the same.',
        ...mayAct(door, { operationId: 'answerReviewer' }, 'customer'),
        request: { params: idParam, body: body(answerRequestSchema) },
        responses: { ...refusals, 200: json(approvalRequestSchema, 'The request, with the answer') },
      }),
      async (c) => {
        const { proposal } = await visible(door, c.get('principal'), c.req.valid('param').id)
        const customerId = customerOf(c)
        const { questionId, text } = c.req.valid('json')
        const outcome = await door.reviews.answer({ questionId, customerId, text, messageId: null })
        if (outcome === 'gone') {
          throw new ParleyError('CONFLICT', 'This question was answered before, or the request is closed.')
        }
        return c.json(await view(door, await visible(door, c.get('principal'), proposal.id)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/approvals/{id}/second-confirmation',
        summary: 'Confirm a second time, after the cool-down, where one person decides alone',
        ...mayAct(door, { operationId: 'confirmAgain', signIn: 'recent' }, 'customer'),
        request: { params: idParam, body: body(z.strictObject({ termsHash: z.string().length(64) })) },
        responses: { ...refusals, 200: json(decidedSchema, 'Approved') },
      }),
      async (c) => {
        const { id: proposalId } = (await visible(door, c.get('principal'), c.req.valid('param').id)).proposal
        const { termsHash } = c.req.valid('json')
        const { outcome } = await door.reviews.confirmAgain({ proposalId, person: customerOf(c), termsHash })
        return c.json({ outcome, next: null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/commitments',
        summary: 'What counterparties confirmed',
        ...mayRead('customer', 'reviewer'),
        responses: { ...refusals, 200: json(z.object({ commitments: z.array(commitmentSchema) }), 'Commitments') },
      }),
      async (c) => {
        const { customerId } = c.get('principal')
        const list = await door.approvals.commitments({
          limit: LIST_LIMIT,
          ...(customerId === null ? {} : { customerId }),
        })
        return c.json({ commitments: list.map((commitment) => commitmentSchema.parse(commitment)) }, 200)
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

async function view(door: Door, request: ApprovalRequest) {
  return approvalRequestSchema.parse({
    ...request,
    id: request.proposal.id,
    status: request.outcome === null ? 'pending' : 'closed',
    execution: await door.approvals.executionOf(request.proposal.id),
  })
}
