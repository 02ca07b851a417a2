/**
 * `de-pfaendung.json`: the attachable part of an income.
 *
 * @module
 */
import { z } from 'zod'
import { attachmentLimit } from '../../../tools/debts/attachment-limit.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'
import { type CaseAdapter, caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

export const dePfaendung: CaseAdapter = caseAdapter({
  inputs: z.strictObject({
    validFrom: day,
    period: z.enum(['month', 'week', 'day']),
    net: euros,
    dependants: z.int().min(0),
  }),
  run: ({ validFrom, period, net, dependants }) => ({
    attachable: toDecimalString(attachmentLimit({ net, period, dependants, on: validFrom }).attachable),
  }),
})
