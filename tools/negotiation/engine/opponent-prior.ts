/**
 * What is believed of the other side before it has spoken.
 *
 * @module
 */
import type { Issue, Tables } from './domain.ts'

/** What an issue is about; the direction each side wants follows from it. */
export const ISSUE_KINDS = [
  'rate',
  'fee',
  'price',
  'premium',
  'deductible',
  'down-payment',
  'instalment',
  'term',
  'waiver',
  'coverage',
  'payment-days',
  'other',
] as const

export type IssueKind = (typeof ISSUE_KINDS)[number]
export type Role = 'consumer' | 'provider'

/** What a provider wants of an issue: more of it, less of it, or nobody can say. */
const PROVIDER_WANTS: Record<IssueKind, 1 | -1 | 0> = {
  rate: 1,
  fee: 1,
  price: 1,
  premium: 1,
  deductible: 1,
  'down-payment': 1,
  instalment: 1,
  term: 0,
  waiver: -1,
  coverage: -1,
  'payment-days': -1,
  other: 0,
}

/** Money issues weigh more with everybody whose business they are. */
const MAIN: ReadonlySet<IssueKind> = new Set(['rate', 'price', 'premium', 'waiver', 'instalment'])

export interface Prior {
  /** Per issue, from 0 (worst for them) to 1. */
  readonly values: readonly (readonly number[])[]
  readonly weights: readonly number[]
  /** Issues whose values lie on a line, so that an offer speaks for its neighbours. */
  readonly ordered: readonly boolean[]
}

/** How much an issue that weighs with us is expected to weigh with them, against all issues weighing the same. */
const SHARED_WEIGHT = 0.5

/**
 * Without `issueKinds` opposed interests are assumed: what is good for us is bad for them. A direction that follows
 * from the business meaning replaces that.
 */
export function priorOf(
  issues: readonly Issue[],
  own: Tables,
  meaning: { readonly role?: Role; readonly issueKinds?: readonly (IssueKind | null)[] } = {},
): Prior {
  const ranges = own.map((table) => Math.max(...table) - Math.min(...table))
  const total = ranges.reduce((sum, range) => sum + range, 0) || 1
  return {
    values: own.map((table, i) => {
      const direction = directionOf(meaning.issueKinds?.[i] ?? 'other', meaning.role)
      return direction === 0 ? opposed(table) : along(table.length, rising(issues[i]) ? direction : -direction)
    }),
    weights: ranges.map((range, i) => {
      const main = MAIN.has(meaning.issueKinds?.[i] ?? 'other') ? 2 : 1
      return main * ((SHARED_WEIGHT * range) / total + (1 - SHARED_WEIGHT) / own.length)
    }),
    ordered: own.map((table, i) => table.length > 2 && (isNumeric(issues[i]) || isOnALine(table))),
  }
}

function directionOf(kind: IssueKind, role: Role | undefined): number {
  if (role === undefined) return 0
  return role === 'consumer' ? PROVIDER_WANTS[kind] : -PROVIDER_WANTS[kind]
}

function opposed(table: Float64Array): readonly number[] {
  const most = Math.max(...table)
  const range = most - Math.min(...table)
  return Array.from(table, (value) => (range > 0 ? (most - value) / range : 0.5))
}

function along(length: number, direction: number): readonly number[] {
  return Array.from({ length }, (_, x) => {
    const share = length > 1 ? x / (length - 1) : 0.5
    return direction > 0 ? share : 1 - share
  })
}

function isNumeric(issue: Issue | undefined): boolean {
  return issue?.values.every((value) => Number.isFinite(numberIn(value))) === true
}

function rising(issue: Issue | undefined): boolean {
  const first = numberIn(issue?.values[0] ?? 0)
  const last = numberIn(issue?.values.at(-1) ?? 0)
  return !(last < first)
}

function numberIn(value: string | number): number {
  return typeof value === 'number' ? value : Number.parseFloat(value)
}

/** Values that we like less and less from one end to the other lie on a line for the other side too, most likely. */
function isOnALine(table: Float64Array): boolean {
  let falls = 0
  let rises = 0
  for (let x = 1; x < table.length; x += 1) {
    const step = (table[x] ?? 0) - (table[x - 1] ?? 0)
    if (step < 0) falls += 1
    if (step > 0) rises += 1
  }
  return table.length > 3 && (falls === 0 || rises === 0)
}
