/**
 * What is drawn per trial, so that no scenario can be learnt by heart: names, amounts, rates, days, and what follows
 * from them.
 *
 * @module
 */
import { z } from 'zod'

const amount = z.string().regex(/^\d+(\.\d{1,2})?$/, 'must be a decimal string such as "12.50"')
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'must be letters and digits')
/** A drawn name or a fixed amount. */
const term = z.union([name, amount])

/** Lists of invented names, in evals/actors/name-banks.ts. */
export const NAME_BANKS = [
  'first-name',
  'surname',
  'bank',
  'insurer',
  'shop',
  'energy',
  'telecom',
  'collector',
] as const

export const drawnSchema = z.union([
  z.strictObject({ oneOf: z.array(z.union([z.string(), z.number()])).min(2) }),
  z.strictObject({ bank: z.enum(NAME_BANKS) }),
  /** An amount between two, in steps (default 1.00). */
  z.strictObject({ money: z.tuple([amount, amount]), step: amount.default('1.00') }),
  /** Percent a year between two, in steps (default 0.05). */
  z.strictObject({ rate: z.tuple([amount, amount]), step: amount.default('0.05') }),
  z.strictObject({ whole: z.tuple([z.int(), z.int()]) }),
  /** A day, so many days from today: negative is past. */
  z.strictObject({ day: z.tuple([z.int(), z.int()]) }),
  /** What follows from others: a sum, a difference, a product, the instalment of a loan. */
  z.strictObject({ sum: z.array(term).min(2) }),
  z.strictObject({ minus: z.tuple([term, term]) }),
  z.strictObject({
    times: z.tuple([term, z.string().regex(/^\d+(\.\d+)?$/)]),
    decimals: z.int().min(0).max(6).default(2),
  }),
  z.strictObject({ instalmentOf: z.strictObject({ principal: term, rate: term, months: z.union([name, z.int()]) }) }),
])

/** In order: what follows from others comes after them. */
export const drawSchema = z.record(name, drawnSchema)

export type Drawn = z.output<typeof drawnSchema>
