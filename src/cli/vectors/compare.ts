/**
 * Compares what an engine returned with what a vector expects, within the vector's tolerance.
 *
 * @module
 */
import { Decimal } from 'decimal.js'

/** A value that differs, with its place in the expected object. */
export interface Difference {
  readonly path: string
  readonly expected: string
  readonly actual: string
}

/** Lists that are sets: their order says nothing. */
const SETS = new Set(['codes', 'actions'])

/** Which kind of tolerance an APR field is held to; its roundings are held exactly. */
const APR_KINDS: Readonly<Record<string, string>> = {
  aprPercentExact: 'vsExact',
  aprPercentOfficial: 'vsOfficial',
  aprPercent2: 'exact',
  rounded1: 'exact',
  rounded2: 'exact',
}

/**
 * Every difference between the expected and the returned value; empty when they agree.
 *
 * @param tolerance the case's `tolerance` as written: absent or null is zero, a number or decimal string holds for all
 *   numbers, an object names it by kind
 */
export function compare(expected: unknown, actual: unknown, tolerance: unknown, path = ''): readonly Difference[] {
  if (Array.isArray(expected)) return compareLists(expected, actual, tolerance, path)
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [difference(path, expected, actual)]
    return Object.keys(expected).flatMap((key) =>
      compare(expected[key], actual[key], tolerance, path === '' ? key : `${path}.${key}`),
    )
  }
  return same(expected, actual, tolerance, path) ? [] : [difference(path, expected, actual)]
}

function compareLists(expected: unknown[], actual: unknown, tolerance: unknown, path: string): readonly Difference[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [difference(path, expected, actual)]
  if (!SETS.has(lastName(path))) {
    return expected.flatMap((item, index) => compare(item, actual[index], tolerance, `${path}[${index}]`))
  }
  const same = JSON.stringify([...expected].sort()) === JSON.stringify([...actual].sort())
  return same ? [] : [difference(path, expected, actual)]
}

function same(expected: unknown, actual: unknown, tolerance: unknown, path: string): boolean {
  const wanted = numberOf(expected)
  const got = numberOf(actual)
  if (wanted === null || got === null) return expected === actual
  return wanted
    .minus(got)
    .abs()
    .lte(allowed(tolerance, expected, lastName(path)))
}

function allowed(tolerance: unknown, expected: unknown, name: string): Decimal {
  if (!isRecord(tolerance)) return numberOf(tolerance) ?? new Decimal(0)
  const kind = APR_KINDS[name] ?? (typeof expected === 'string' ? 'money' : 'rate')
  return numberOf(tolerance[kind]) ?? new Decimal(0)
}

function numberOf(value: unknown): Decimal | null {
  if (typeof value === 'number' && Number.isFinite(value)) return new Decimal(value)
  if (typeof value === 'string' && /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value)) return new Decimal(value)
  return null
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function difference(path: string, expected: unknown, actual: unknown): Difference {
  return { path, expected: shown(expected), actual: actual === undefined ? 'not returned' : shown(actual) }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
