import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../tools/shared/calendar.ts'
import type { Locale } from '../../../../tools/shared/words/locale.ts'
import { parseDate } from '../../../../tools/shared/words/parse-date.ts'

const REFERENCE = '2026-11-22'

test.each<[Locale, string, string]>([
  ['de', 'bis zum 15.12.2026', '2026-12-15'],
  ['de', '15.12.', '2026-12-15'],
  ['de', '01.02.27', '2027-02-01'],
  ['de', 'am 3. Januar', '2027-01-03'],
  ['de', 'am 5. Mai 2027', '2027-05-05'],
  ['de', 'heute in zwei Wochen', '2026-12-06'],
  ['de', 'innerhalb von 14 Tagen', '2026-12-06'],
  ['de', 'in einem Monat', '2026-12-22'],
  ['de', 'Ende des Monats', '2026-11-30'],
  ['de', 'Ende Februar', '2027-02-28'],
  ['de', 'übermorgen', '2026-11-24'],
  ['de', '29.02.', '2028-02-29'],
  ['de', '12/03/2027', '2027-03-12'],
  ['en', '15 December 2026', '2026-12-15'],
  ['en', 'December 15, 2026', '2026-12-15'],
  ['en', 'the 3rd of January', '2027-01-03'],
  ['en', '25/12/2026', '2026-12-25'],
  ['en', '12/25/2026', '2026-12-25'],
  ['en', '05/05/2027', '2027-05-05'],
  ['en', 'next Friday', '2026-11-27'],
  ['en', 'two weeks from today', '2026-12-06'],
  ['en', 'end of the month', '2026-11-30'],
  ['en', '2026-12-01', '2026-12-01'],
])('reads %s %j', (locale, text, date) => {
  expect(parseDate(text, locale, REFERENCE)).toEqual({ kind: 'date', date })
})

test.each<[Locale, string]>([
  ['en', '12/03/2027'],
  ['de', '31.02.2027'],
  ['de', 'Mitte Dezember'],
  ['de', 'nächste Woche'],
  ['de', '1.12. oder 15.12.'],
])('asks about %s %j', (locale, text) => {
  expect(parseDate(text, locale, REFERENCE).kind).toBe('ambiguous')
})

test('asks which Friday when the coming one is still in this week', () => {
  expect(parseDate('next Friday', 'en', '2026-11-25')).toEqual({
    kind: 'ambiguous',
    candidates: ['2026-11-27', '2026-12-04'],
  })
  expect(parseDate('kommenden Freitag', 'de', '2026-11-25')).toEqual({ kind: 'date', date: '2026-11-27' })
})

test('takes no verb, fee or amount for a day', () => {
  for (const text of ['option 3 may be cheaper', 'a late fee', 'early repayment', '1,234.56']) {
    expect(parseDate(text, 'en', REFERENCE).kind).toBe('none')
  }
})

test('refuses a reference that is no day', () => {
  expect(() => parseDate('morgen', 'de', 'today')).toThrow(/reference/)
})

test('reads every day back as it was written, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom<Locale>('de', 'en'), (offset, locale) => {
      const date = addDays('2000-01-01', offset)
      const long = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
      for (const text of [date, long.format(new Date(`${date}T12:00:00Z`)), date.split('-').reverse().join('.')]) {
        expect(parseDate(text, locale, REFERENCE)).toEqual({ kind: 'date', date })
      }
    }),
    { numRuns: 200 },
  )
})
