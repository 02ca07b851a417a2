/**
 * What a schema cannot see: faults between records. This second pass looks at the raw JSON, because the schema stops at
 * a wrong type and would leave these faults for the next attempt.
 *
 * @module
 */

import { fitsCurrency } from '../offers/terms.ts'
import type { Fault } from '../shared/errors.ts'
import { isCurrency } from '../shared/money.ts'
import { toPath } from './fault-path.ts'

type Json = Readonly<Record<string, unknown>>
type Path = readonly PropertyKey[]

/** Fields that hold money, wherever they occur. */
const MONEY = new Set([
  ...['netMonthlyIncome', 'principal', 'open', 'amount', 'provenBankFee', 'originalPrincipal', 'balance', 'instalment'],
  ...['limit', 'drawn', 'annualPremium', 'deductible', 'sumInsured', 'originationFee'],
])

/** Duplicate ids, references to reminders that are not there, and amounts finer than their currency. */
export function crossFaults(file: unknown): readonly Fault[] {
  if (!isObject(file)) return []
  const records = ['debts', 'contracts', 'offers'].flatMap((list) => entries(file, [list]))
  return [
    ...duplicates(records),
    ...decimals(file.customer, ['customer'], currencyOf(file.customer)),
    ...records.flatMap(({ value, path }) => decimals(value, path, currencyOf(value))),
    ...entries(file, ['debts']).flatMap(({ value, path }) => withinDebt(value, path)),
  ]
}

function withinDebt(debt: Json, path: Path): readonly Fault[] {
  const reminders = entries(debt, ['reminders'], path)
  const fees = entries(debt, ['fees'], path)
  const known = new Set(reminders.map(({ value }) => value.id))
  // "reminder" is no field, but whoever wrote it meant a reminder: both faults are worth naming at once.
  const dangling = fees.flatMap(({ value, path: at }) =>
    ['reminderId', 'reminder'].flatMap((field): Fault[] => {
      const named = value[field]
      if (typeof named !== 'string' || known.has(named)) return []
      return [{ path: toPath([...at, field]), reason: `names reminder "${named}", which this debt does not have` }]
    }),
  )
  return [...duplicates(reminders), ...duplicates(fees), ...dangling]
}

interface Entry {
  readonly value: Json
  readonly path: Path
}

/** The objects of a list, with their paths. */
function entries(holder: Json, [list]: readonly [string], path: Path = []): readonly Entry[] {
  const items = holder[list]
  if (!Array.isArray(items)) return []
  return items.flatMap((value: unknown, index) => (isObject(value) ? [{ value, path: [...path, list, index] }] : []))
}

function duplicates(all: readonly Entry[]): readonly Fault[] {
  const first = new Map<string, Path>()
  return all.flatMap(({ value: { id }, path }): Fault[] => {
    if (typeof id !== 'string') return []
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, path)
      return []
    }
    return [{ path: toPath([...path, 'id']), reason: `repeats the id "${id}" of ${toPath(earlier)}` }]
  })
}

function currencyOf(value: unknown): string | null {
  return isObject(value) && typeof value.currency === 'string' && isCurrency(value.currency) ? value.currency : null
}

/** Amounts with more decimals than the currency of their record has. */
function decimals(value: unknown, path: Path, currency: string | null): readonly Fault[] {
  if (currency === null) return [] // the currency itself is the fault
  if (Array.isArray(value)) return value.flatMap((item, index) => decimals(item, [...path, index], currency))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, field]): readonly Fault[] => {
    const at = [...path, key]
    if (typeof field !== 'string') return decimals(field, at, currency)
    if (!MONEY.has(key) || !/^\d+\.\d+$/.test(field) || fitsCurrency(field, currency)) return []
    return [{ path: toPath(at), reason: `has more decimals than ${currency} has` }]
  })
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
