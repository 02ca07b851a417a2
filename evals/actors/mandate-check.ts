/**
 * Whether a mandate shown says what the customer wished: at least as tight, and for the same need.
 *
 * @module
 */
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { Wish } from '../scenario/customer.ts'

/** What differs, in the names of the limits; empty when it may be confirmed. */
export function mismatches({ need, limits, subject }: Mandate, wish: Wish): readonly string[] {
  const faults: string[] = []
  if (wish.need !== undefined && wish.need !== need) faults.push('need')
  if (wish.about !== undefined && subject?.id !== wish.about) faults.push('about')
  const said = limits as Readonly<Record<string, unknown>>
  for (const [name, wished] of Object.entries(wish.limits)) if (!asTight(name, said[name], wished)) faults.push(name)
  return faults
}

/** A maximum no higher and a minimum no lower than wished; anything else must be the same. */
function asTight(name: string, said: unknown, wished: unknown): boolean {
  if (said === undefined) return false
  if (Array.isArray(wished)) return Array.isArray(said) && wished.every((item) => said.includes(item))
  const [a, b] = [Number(said), Number(wished)]
  if (Number.isNaN(a) || Number.isNaN(b)) return said === wished
  if (name.startsWith('max')) return a <= b
  return name.startsWith('min') ? a >= b : a === b
}
