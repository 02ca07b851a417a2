import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Locale } from '../../../../tools/shared/words/locale.ts'
import { parseIban } from '../../../../tools/shared/words/parse-iban.ts'
import { parseRate } from '../../../../tools/shared/words/parse-rate.ts'
import { parseTerm } from '../../../../tools/shared/words/parse-term.ts'

test.each<[Locale, string, object]>([
  ['de', 'höchstens 7,5 %', { percent: '7.5', bound: 'at-most', per: null }],
  ['de', '6,52 % p.a.', { percent: '6.52', bound: 'exact', per: 'year' }],
  ['de', 'fünf Prozentpunkte', { percent: '5', unit: 'points' }],
  ['de', '3,125 %', { percent: '3.125' }],
  ['en', 'six percent a year', { percent: '6', per: 'year' }],
  ['en', '1.5 % a month', { percent: '1.5', per: 'month' }],
  ['en', '50 basis points', { percent: '0.5', unit: 'points' }],
  ['en', 'at least 2.25%', { percent: '2.25', bound: 'at-least' }],
])('reads the rate %s %j', (locale, text, reading) => {
  expect(parseRate(text, locale)).toMatchObject({ kind: 'rate', ...reading })
})

test('asks about rates that could be two', () => {
  expect(parseRate('3.125 %', 'de').kind).toBe('ambiguous')
  expect(parseRate('5 bis 7 %', 'de').kind).toBe('ambiguous')
  expect(parseRate('5 % or 6 %', 'en').kind).toBe('ambiguous')
  expect(parseRate('kein Zins', 'de').kind).toBe('none')
})

test.each<[Locale, string, number | null, number | null, string]>([
  ['de', '36 Monate', 36, null, 'exact'],
  ['de', 'drei Jahre', 36, null, 'exact'],
  ['en', '3 years', 36, null, 'exact'],
  ['de', 'höchstens 36 Monate', 36, null, 'at-most'],
  ['de', '2 Jahre und 6 Monate', 30, null, 'exact'],
  ['de', 'ein halbes Jahr', 6, null, 'exact'],
  ['de', 'anderthalb Jahre', 18, null, 'exact'],
  ['de', '24-monatige Laufzeit', 24, null, 'exact'],
  ['en', 'up to a year', 12, null, 'at-most'],
  ['en', 'within two weeks', null, 14, 'exact'],
  ['de', 'mindestens 14 Tage', null, 14, 'at-least'],
])('reads the term %s %j', (locale, text, months, days, bound) => {
  expect(parseTerm(text, locale)).toEqual({ kind: 'term', months, days, bound })
})

test('asks about terms that could be two, and takes idioms for none', () => {
  expect(parseTerm('12 oder 24 Monate', 'de').kind).toBe('ambiguous')
  expect(parseTerm('zwei bis drei Jahre', 'de').kind).toBe('ambiguous')
  for (const text of ['eines Tages', 'one day you will', '36', '50 EUR a month'])
    expect(parseTerm(text, 'en').kind).toBe('none')
})

test('an account number is valid by country, length and check digits only', () => {
  expect(parseIban('de89 3704 0044 0532 0130 00')).toEqual({
    kind: 'iban',
    iban: 'DE89370400440532013000',
    printed: 'DE89 3704 0044 0532 0130 00',
  })
  for (const text of ['DE88370400440532013000', 'DE8937040044053201300', '', 'DE89370400440532013000; rm']) {
    expect(parseIban(text).kind).toBe('invalid')
  }
})

test('a changed digit is never a valid German account number', () => {
  const iban = 'DE89370400440532013000'
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const changed = iban.slice(0, at) + digit + iban.slice(at + 1)
      expect(parseIban(changed).kind === 'iban').toBe(changed === iban)
    }),
  )
})
