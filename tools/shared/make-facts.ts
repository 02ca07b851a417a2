/**
 * Facts by kind, so that tools read like lists of figures.
 *
 * @module
 */
import type { Bilingual } from './explanation.ts'
import type { Fact, FactSource, FactValue } from './fact.ts'
import { type Currency, isCurrency } from './money.ts'

/** What all the figures of one record share. */
export interface FactMaker {
  money(
    name: string,
    amount: { readonly amount: string; readonly currency: string; readonly per?: 'month' | 'year' },
    meaning: Bilingual,
  ): Fact
  rate(name: string, percent: string, rate: 'nominal' | 'effective' | 'default-interest', meaning: Bilingual): Fact
  date(name: string, day: string, meaning: Bilingual): Fact
  count(name: string, count: number, of: Bilingual, meaning: Bilingual): Fact
  duration(name: string, length: number, unit: 'day' | 'month' | 'year' | 'hour' | 'minute', meaning: Bilingual): Fact
  legal(name: string, citation: string, meaning: Bilingual): Fact
  name(name: string, text: string, meaning: Bilingual): Fact
}

/**
 * Makes facts whose refs begin with `prefix`.
 *
 * @param prefix readable and stable: `debt.d-anna-1`
 */
export function factMaker(prefix: string, source: FactSource): FactMaker {
  const fact = (name: string, value: FactValue, meaning: Bilingual): Fact => ({
    ref: `${prefix}.${name}`,
    value,
    meaning,
    source,
  })
  return {
    money: (name, { amount, currency, per }, meaning) =>
      fact(name, { kind: 'money', amount, currency: known(currency), ...(per === undefined ? {} : { per }) }, meaning),
    rate: (name, percent, rate, meaning) => fact(name, { kind: 'rate', percent, rate }, meaning),
    date: (name, day, meaning) => fact(name, { kind: 'date', day }, meaning),
    count: (name, count, of, meaning) => fact(name, { kind: 'count', count, of }, meaning),
    duration: (name, length, unit, meaning) => fact(name, { kind: 'duration', length, unit }, meaning),
    legal: (name, citation, meaning) => fact(name, { kind: 'legal', citation }, meaning),
    name: (name, text, meaning) => fact(name, { kind: 'name', text }, meaning),
  }
}

/** A record's id as part of a ref: without brackets or spaces, and never the same for two ids. */
export function refPart(id: string): string {
  return encodeURIComponent(id)
}

function known(code: string): Currency {
  if (!isCurrency(code)) throw new RangeError(`no currency Parley knows: ${code}`)
  return code
}
