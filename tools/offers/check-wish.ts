/**
 * The figures of a wish as a model wrote them, checked by name before anything is compared with them.
 *
 * @module
 */
import type { ZodType } from 'zod'
import { InvalidInput } from '../shared/errors.ts'
import { moneySchema, monthsSchema, positiveMoneySchema, rateSchema } from './terms.ts'

/** An amount or a rate as models write it. */
type Figure = string | number

const FIELDS: Readonly<Record<string, ZodType>> = {
  amount: positiveMoneySchema,
  maxMonthly: moneySchema,
  maxYearly: moneySchema,
  maxDeductible: moneySchema,
  maxRatePercent: rateSchema,
  maxTermMonths: monthsSchema,
}

/** @throws InvalidInput naming every field whose value no comparison can work with */
export function checkWish(wish: Readonly<Record<string, Figure | readonly string[] | undefined>>): void {
  const faults = Object.entries(wish).flatMap(([path, value]) => {
    const schema = FIELDS[path]
    if (schema === undefined || value === undefined) return []
    const parsed = schema.safeParse(path === 'maxTermMonths' ? value : String(value).trim().replace(',', '.'))
    const [issue] = parsed.error?.issues ?? []
    return issue === undefined ? [] : [{ path, reason: issue.message }]
  })
  if (faults.length > 0) throw new InvalidInput(faults)
}
