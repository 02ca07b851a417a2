/**
 * A fact's value as the plain figure that a scenario or a record would write.
 *
 * @module
 */
import type { FactValue } from '../../tools/shared/fact.ts'

export function plainValue(value: FactValue): string | number {
  switch (value.kind) {
    case 'money':
      return value.amount
    case 'rate':
      return value.percent
    case 'date':
      return value.day
    case 'count':
      return value.count
    case 'duration':
      return value.length
    case 'legal':
      return value.citation
    case 'name':
      return value.text
  }
}

/** "6.90" and "6.9" and 6.9 are one figure. */
export function sameFigure(a: unknown, b: string | number): boolean {
  if (a === b || String(a) === String(b)) return true
  const [x, y] = [Number(a), Number(b)]
  return a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y) && x === y
}
