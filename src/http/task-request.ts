/**
 * What a customer asked for by API, as the request that delegations take.
 *
 * @module
 */
import type { z } from '@hono/zod-openapi'
import type { DelegationRequest } from '../../tools/mandates/delegations.ts'
import type { Need } from '../../tools/mandates/mandate.ts'
import type { mandateRequestSchema } from './schemas/task-schemas.ts'

/** What a task is called when the customer gives it no goal of their own. */
const GOALS: Readonly<Record<Need, string>> = {
  'refinance-loan': 'Get better terms on my instalment loan',
  'new-loan': 'Find an instalment loan',
  insurance: 'Find better insurance',
  'instalment-plan': 'Pay what I owe in instalments',
  settlement: 'Settle what I owe',
  'fee-waiver': 'Have a fee taken back',
  overdraft: 'Get a lower rate on my overdraft',
  savings: 'Get a better rate on my savings',
}

export function draftFrom(asked: {
  readonly customerId: string
  readonly threadId?: string | undefined
  readonly goal?: string | undefined
  readonly mandate: z.output<typeof mandateRequestSchema>
}): DelegationRequest {
  const { need, subject, limits, counterparties, disclosures } = asked.mandate
  return {
    customerId: asked.customerId,
    threadId: asked.threadId ?? null,
    need,
    subject,
    goal: asked.goal ?? GOALS[need],
    limits,
    ...(counterparties === undefined ? {} : { counterparties }),
    ...(disclosures === undefined ? {} : { disclosures }),
  }
}
