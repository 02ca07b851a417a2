/**
 * `de-limitation.json`: the last day on which a claim is not barred.
 *
 * @module
 */
import { z } from 'zod'
import { limitation } from '../../../tools/disputes/limitation.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day } from './fields.ts'

const event = z.strictObject({
  type: z.enum(['instalment_agreement_acknowledged', 'partial_payment', 'payment_order_served']),
  date: day,
})
const events = z.array(event).default([])

export const deLimitation: CaseAdapter = caseAdapter({
  inputs: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('regular'), arisen: day, knowledge: day.exactOptional(), events }),
    z.strictObject({ kind: z.literal('titled'), titleFinal: day, arisen: day.exactOptional(), events }),
    z.strictObject({
      kind: z.literal('consumer_loan'),
      arisen: day.exactOptional(),
      knowledge: day.exactOptional(),
      events,
    }),
  ]),
  run: (inputs) => {
    const result = limitation(inputs)
    return result.kind === 'escalate' ? { result: 'ESCALATE' } : { lastDayNotBarred: result.lastDayNotBarred }
  },
})
