/**
 * `data-pfaendungsfreigrenzen.json`: the amounts free from attachment.
 *
 * @module
 */
import { z } from 'zod'
import { ATTACHMENT_NEXT_CHANGE, ATTACHMENT_TABLE } from '../../../tools/debts/attachment-table.ts'
import { type TableAdapter, tableAdapter } from './adapter.ts'
import { day, decimalString } from './fields.ts'

const amounts = z.strictObject({
  base: decimalString,
  firstDependant: decimalString,
  furtherDependant: decimalString,
  cap: decimalString,
})

export const dataPfaendungsfreigrenzen: TableAdapter = tableAdapter({
  table: z.strictObject({
    name: z.string(),
    source: z.string(),
    nextChange: z.string(),
    entries: z.array(
      z.strictObject({ validFrom: day, month: amounts, week: amounts.optional(), day: amounts.optional() }),
    ),
  }),
  rows: ({ nextChange, entries }) => [
    { path: 'nextChange', expected: nextChange, actual: `${ATTACHMENT_NEXT_CHANGE} (yearly)` },
    { path: 'entries.length', expected: entries.length, actual: ATTACHMENT_TABLE.length },
    ...entries.map((entry, index) => ({ path: `entries[${index}]`, expected: entry, actual: ATTACHMENT_TABLE[index] })),
  ],
})
