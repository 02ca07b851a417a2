/**
 * `insurance-deadlines.json`: the last day to act on an insurance contract.
 *
 * @module
 */
import { z } from 'zod'
import { insuranceDeadline } from '../../../tools/insurance/deadlines.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day } from './fields.ts'

export const insuranceDeadlines: CaseAdapter = caseAdapter({
  inputs: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ordinary'), periodEnd: day, noticeMonths: z.int() }),
    z.strictObject({ kind: z.literal('long_term'), start: day, today: day }),
    z.strictObject({ kind: z.literal('claim'), settlementConcluded: day }),
    z.strictObject({ kind: z.literal('premium_increase'), noticeReceived: day }),
  ]),
  run: (inputs) => ({ lastDay: insuranceDeadline(inputs).lastDay }),
})
