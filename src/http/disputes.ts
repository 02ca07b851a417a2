/**
 * Objections that were approved: how far they have come, and the note that the creditor has answered.
 *
 * @module
 */
import { createRoute, z } from '@hono/zod-openapi'
import type { WatchedDispute } from '../../tools/disputes/dispute-watch.ts'
import { answerDeadline } from '../../tools/disputes/next-step.ts'
import { fixedClock, today } from '../../tools/shared/clock.ts'
import { body, idParam, json, mayAct, mayRead, resource } from './access.ts'
import type { Door } from './door.ts'
import { customerOf, found, ownOrStaff } from './ownership.ts'
import { refusals } from './schemas/problem-schema.ts'

const disputeSchema = z
  .object({
    id: z.string().describe('id of the proposal that was approved'),
    debtId: z.string(),
    counterpartyName: z.string(),
    stage: z.enum(['first', 'follow-up']),
    state: z.enum(['prepared', 'waiting', 'answered', 'settled', 'followed-up', 'handed-off']),
    sentAt: z.string().nullable(),
    answerBy: z.string().nullable().describe('last day for an answer; null while it is only prepared'),
  })
  .openapi('Dispute')

const answerSchema = z.strictObject({ outcome: z.enum(['withdrawn', 'partly', 'insists']) }).openapi('DisputeAnswer')

export function disputes(door: Door) {
  return resource()
    .openapi(
      createRoute({
        method: 'get',
        path: '/disputes',
        summary: 'Your disputes that were approved, newest first, and how far each has come',
        ...mayRead('customer'),
        responses: { ...refusals, 200: json(z.object({ disputes: z.array(disputeSchema) }), 'Disputes') },
      }),
      async (c) => c.json({ disputes: (await door.disputeWatch.listOf(customerOf(c))).map(view) }, 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/disputes/{id}/answered',
        summary:
          'Note that the creditor has answered: the watch over the time limit ends; said again, the first stands',
        ...mayAct(door, { operationId: 'disputeAnswered' }, 'customer', 'duty-agent', 'operator'),
        request: { params: idParam, body: body(answerSchema) },
        responses: { ...refusals, 200: json(disputeSchema, 'The dispute') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const principal = c.get('principal')
        const dispute = found(
          ownOrStaff(principal, await door.disputeWatch.get(id), ({ customerId }) => customerId),
          'dispute',
          id,
        )
        const { outcome } = c.req.valid('json')
        const event = { kind: 'answered', actor: principal.subject, at: door.clock.now(), detail: { outcome } } as const
        await door.disputeWatch.note(dispute, event)
        return c.json(view(found(await door.disputeWatch.get(id), 'dispute', id)), 200)
      },
    )
}

function view(dispute: WatchedDispute): z.output<typeof disputeSchema> {
  const { proposalId: id, debtId, counterpartyName, stage, sentAt, event } = dispute
  const sentOn = sentAt === null ? null : today(fixedClock(sentAt))
  return {
    ...{ id, debtId, counterpartyName, stage, sentAt },
    state: event ?? (sentAt === null ? 'prepared' : 'waiting'),
    answerBy: sentOn === null ? null : answerDeadline({ ...dispute, sentOn }),
  }
}
