import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, toDecimalString } from '../../../../tools/shared/money.ts'
import type { Locale } from '../../../../tools/shared/words/locale.ts'
import { parseAmount } from '../../../../tools/shared/words/parse-amount.ts'

test.each<[Locale, string, string, string | null]>([
  ['de', '1.234,56 €', '1234.56', 'EUR'],
  ['de', 'EUR 12,–', '12.00', 'EUR'],
  ['de', '12,-- €', '12.00', 'EUR'],
  ['de', '49 Cent', '0.49', 'EUR'],
  ['de', '1 234,56 €', '1234.56', 'EUR'],
  ['de', "CHF 1'234.50", '1234.50', 'CHF'],
  ['de', '-12,50 €', '-12.50', 'EUR'],
  ['de', '1,5 Mio. Euro', '1500000.00', 'EUR'],
  ['de', 'zwölf Euro fünfzig', '12.50', 'EUR'],
  ['de', '12 Euro 50', '12.50', 'EUR'],
  ['de', '20 Euro 12 Monate lang', '20.00', 'EUR'],
  ['de', 'einhundertfünfundzwanzig Euro', '125.00', 'EUR'],
  ['de', 'ein Euro', '1.00', 'EUR'],
  ['de', '40-Euro-Pauschale', '40.00', 'EUR'],
  ['de', '3 Raten zu je 50 €', '50.00', 'EUR'],
  ['de', '1.234,50', '1234.50', null],
  ['en', '€1,234.56', '1234.56', 'EUR'],
  ['en', '1.234,56 €', '1234.56', 'EUR'],
  ['en', '1,234 EUR', '1234.00', 'EUR'],
  ['en', 'two hundred and fifty pounds', '250.00', 'GBP'],
  ['en', '€5k', '5000.00', 'EUR'],
])('reads %s %j', (locale, text, amount, currency) => {
  expect(parseAmount(text, locale)).toEqual({ kind: 'amount', amount, currency })
})

test.each<[Locale, string]>([
  ['de', '1,234 €'],
  ['en', '1.234 €'],
  ['de', '50 € oder 60 €'],
  ['de', '50 bis 60 €'],
  ['de', '100 kr'],
  ['en', '50 cents'],
])('asks about %s %j', (locale, text) => {
  expect(parseAmount(text, locale).kind).toBe('ambiguous')
})

test('finds nothing where there is nothing', () => {
  for (const text of ['', 'keine Zahl', '1.23.456 €', 'ein Angebot']) expect(parseAmount(text, 'de').kind).toBe('none')
})

test('reads every amount back as it was formatted, in both languages', () => {
  const anyMinor = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })
  fc.assert(
    fc.property(
      anyMinor,
      fc.constantFrom('EUR', 'USD', 'GBP', 'CHF'),
      fc.constantFrom<Locale>('de', 'en'),
      (minor, currency, locale) => {
        const region = locale === 'de' ? 'de-DE' : 'en-GB'
        const format = new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay: 'code' })
        const text = format.format(minor / 100)
        expect(parseAmount(text, locale)).toEqual({
          kind: 'amount',
          amount: toDecimalString(money(minor, currency)),
          currency,
        })
      },
    ),
    { numRuns: 300 },
  )
})
