/**
 * The grid of possible agreements: issues with finitely many values, and the number of each agreement.
 *
 * @module
 */
import { type Fault, InvalidInput } from '../../shared/errors.ts'

/** One value index per issue. */
export type Bid = readonly number[]

export interface Issue {
  readonly name: string
  readonly values: readonly (string | number)[]
}

/** One side's additive preferences: u = sum of weight times value. */
export interface Preferences {
  readonly weights: readonly number[]
  /** Per issue, the value of each of its values. */
  readonly values: readonly (readonly number[])[]
}

/** Weight times value for each value of each issue, so that a bid's utility is one sum. */
export type Tables = readonly Float64Array[]

/**
 * Weighted tables of preferences.
 *
 * @throws InvalidInput when weights or values do not fit the issues or are not finite
 */
export function tablesOf(issues: readonly Issue[], { weights, values }: Preferences): Tables {
  const faults: Fault[] = []
  if (issues.length === 0) faults.push({ path: 'issues', reason: 'must name at least one issue' })
  if (weights.length !== issues.length) faults.push({ path: 'weights', reason: 'must hold one number per issue' })
  if (values.length !== issues.length) faults.push({ path: 'values', reason: 'must hold one list per issue' })
  issues.forEach((issue, i) => {
    const list = values[i]
    if (issue.values.length === 0) faults.push({ path: `issues[${i}].values`, reason: 'must not be empty' })
    if (list?.length !== issue.values.length) {
      faults.push({ path: `values[${i}]`, reason: `must hold ${issue.values.length} numbers` })
    }
    if (!Number.isFinite(weights[i]) || list?.some((value) => !Number.isFinite(value)) === true) {
      faults.push({ path: `values[${i}]`, reason: 'must be finite numbers' })
    }
  })
  if (faults.length > 0) throw new InvalidInput(faults)
  return issues.map((_, i) => Float64Array.from(values[i] ?? [], (value) => value * (weights[i] ?? 0)))
}

/** The sum of a bid's entries. */
export function sumOf(tables: Tables, bid: Bid): number {
  let sum = 0
  for (let i = 0; i < tables.length; i += 1) sum += tables[i]?.[bid[i] ?? -1] ?? 0
  return sum
}

export function sizesOf(tables: Tables): readonly number[] {
  return tables.map((table) => table.length)
}

/** How many agreements there are; exact up to 2^53. */
export function outcomesOf(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1)
}

/** A bid's number in mixed radix, the last issue running fastest; exact up to 2^53 outcomes. */
export function codeOf(sizes: readonly number[], bid: Bid): number {
  return sizes.reduce((code, size, i) => code * size + (bid[i] ?? 0), 0)
}

export function bidOf(sizes: readonly number[], code: number): Bid {
  const bid = new Array<number>(sizes.length).fill(0)
  let rest = code
  for (let i = sizes.length - 1; i >= 0; i -= 1) {
    const size = sizes[i] ?? 1
    bid[i] = rest % size
    rest = Math.floor(rest / size)
  }
  return bid
}

/** Whether a list is a bid of the domain. */
export function isBid(sizes: readonly number[], bid: unknown): bid is Bid {
  return (
    Array.isArray(bid) &&
    bid.length === sizes.length &&
    sizes.every((size, i) => Number.isInteger(bid[i]) && bid[i] >= 0 && bid[i] < size)
  )
}

export function sameBid(a: Bid, b: Bid): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}
