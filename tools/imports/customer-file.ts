/**
 * The import file: one customer with debts, contracts and the quotes they already hold. docs/import-format.md has it
 * field by field.
 *
 * @module
 */
import { z } from 'zod'
import { type Debt, debtSchema } from '../debts/debt.ts'
import {
  type Contract,
  type Customer,
  contractSchema,
  customerSchema,
  type Offer,
  offerSchema,
} from '../offers/contract.ts'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import { crossFaults } from './cross-faults.ts'
import { toPath } from './fault-path.ts'

export const customerFileSchema = z.strictObject({
  customer: customerSchema,
  debts: z.array(debtSchema).default([]),
  contracts: z.array(contractSchema).default([]),
  offers: z.array(offerSchema).default([]),
})

export interface CustomerFile {
  readonly customer: Customer
  readonly debts: readonly Debt[]
  readonly contracts: readonly Contract[]
  readonly offers: readonly Offer[]
}

/**
 * Reads parsed JSON as a customer file.
 *
 * @throws InvalidInput with every fault by its path, also those between records, whatever else is wrong
 */
export function parseCustomerFile(json: unknown): CustomerFile {
  const parsed = customerFileSchema.safeParse(json)
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, json))),
    ...crossFaults(json),
  ]
  if (!parsed.success || faults.length > 0) throw new InvalidInput(byPath(faults))
  return parsed.data
}

function faultsOf(issue: z.core.$ZodIssue, json: unknown): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: toPath([...issue.path, key]), reason: 'is no field of the format' }))
  }
  const reason = reasonOf(issue)
  return [{ path: toPath(issue.path), reason: isMissing(json, issue.path) ? `is missing; ${reason}` : reason }]
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'invalid_union':
      return 'must be a kind of the format'
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty'
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`
    default:
      return issue.message
  }
}

function isMissing(json: unknown, path: readonly PropertyKey[]): boolean {
  let value = json
  for (const part of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[part]
  return value === undefined
}

/** One line a path, with all that was found wrong there. */
function byPath(faults: readonly Fault[]): readonly Fault[] {
  const reasons = new Map<string, string>()
  for (const { path, reason } of faults) {
    const earlier = reasons.get(path)
    reasons.set(path, earlier === undefined ? reason : `${earlier}; ${reason}`)
  }
  return [...reasons].map(([path, reason]) => ({ path, reason }))
}
