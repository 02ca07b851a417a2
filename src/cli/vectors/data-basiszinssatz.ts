/**
 * `data-basiszinssatz.json`: the table of base rates.
 *
 * @module
 */
import { z } from 'zod'
import { BASE_RATE_NEXT_CHANGE, BASE_RATES } from '../../../tools/disputes/base-rate.ts'
import { type TableAdapter, tableAdapter } from './adapter.ts'
import { day, decimalString } from './fields.ts'

export const dataBasiszinssatz: TableAdapter = tableAdapter({
  table: z.strictObject({
    name: z.string(),
    source: z.string(),
    unit: z.literal('percent p.a.'),
    nextChange: day,
    entries: z.array(z.strictObject({ validFrom: day, rate: decimalString })),
  }),
  rows: ({ nextChange, entries }) => [
    { path: 'nextChange', expected: nextChange, actual: BASE_RATE_NEXT_CHANGE },
    { path: 'entries.length', expected: entries.length, actual: BASE_RATES.length },
    ...entries.map((entry, index) => ({ path: `entries[${index}]`, expected: entry, actual: BASE_RATES[index] })),
  ],
})
