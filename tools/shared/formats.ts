/**
 * Formatters of numbers and dates, each made once: making one costs a hundred times what using it does.
 *
 * @module
 */

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** @param tag a language tag such as `de-DE` */
export function numberFormat(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, JSON.stringify([tag, options]), () => new Intl.NumberFormat(tag, options))
}

/** @param tag a language tag such as `de-DE` */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, JSON.stringify([tag, options]), () => new Intl.DateTimeFormat(tag, options))
}

/** Tags, currencies and digits come from our code and short lists, so that the map stays small. */
function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
