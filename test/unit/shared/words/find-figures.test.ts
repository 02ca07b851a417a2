import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFigures } from '../../../../tools/shared/words/find-figures.ts'
import type { Locale } from '../../../../tools/shared/words/locale.ts'

const found = (text: string, locale: Locale) =>
  findFigures(text, locale).map((figure) => `${figure.kind}: ${figure.text}`)

test.each<[Locale, string, string[]]>([
  ['de', 'Sie schulden 89,95 EUR seit dem 15. Oktober.', ['money: 89,95 EUR', 'date: 15. Oktober']],
  ['de', 'Der Zins beträgt 6,52 % im Jahr.', ['rate: 6,52 % im Jahr']],
  [
    'de',
    'Höchstens 36 Monate, drei Raten zu zwanzig Euro.',
    ['duration: 36 Monate', 'number-word: drei', 'money: zwanzig Euro'],
  ],
  [
    'de',
    '§ 286 Abs. 3 BGB, §§ 280, 286 BGB, BGH VIII ZR 95/18',
    ['legal-reference: § 286 Abs. 3 BGB', 'legal-reference: §§ 280, 286 BGB', 'legal-reference: VIII ZR 95/18'],
  ],
  [
    'de',
    'doppelt so viel, ein Drittel weniger, dreimal, die Hälfte',
    ['comparison: doppelt', 'comparison: ein Drittel', 'comparison: dreimal', 'comparison: die Hälfte'],
  ],
  [
    'de',
    'dreifach, 3-fach, verdoppelt, halbiert',
    ['comparison: dreifach', 'comparison: 3-fach', 'comparison: verdoppelt', 'comparison: halbiert'],
  ],
  [
    'de',
    'Innerhalb eines Monats, anderthalb Jahre, 14-tägig',
    ['duration: eines Monats', 'duration: anderthalb Jahre', 'duration: 14-tägig'],
  ],
  ['de', 'zwan\u00adzig Euro', ['money: zwan\u00adzig Euro']],
  [
    'de',
    'null Euro, hunderte Kunden, ein Dutzend',
    ['money: null Euro', 'number-word: hunderte', 'number-word: ein Dutzend'],
  ],
  ['de', 'im November 2026, bis März, um 14:30 Uhr', ['date: im November 2026', 'date: bis März', 'date: 14:30 Uhr']],
  ['de', 'genau ein Angebot, eine von drei Schulden', ['comparison: genau ein', 'comparison: eine von drei']],
  ['de', 'Konto DE89 3704 0044 0532 0130 00', ['count: DE89 3704 0044 0532 0130 00']],
  ['de', 'Das sind twenty euros.', ['money: twenty euros']],
  ['de', '5.000 Kunden und SF 9', ['count: 5.000', 'count: 9']],
  ['en', 'You owe EUR 89.95 since 15 October.', ['money: EUR 89.95', 'date: 15 October']],
  ['en', 'six percent a year, half of it', ['rate: six percent a year', 'comparison: half']],
  ['en', 'three instalments within a month', ['number-word: three', 'duration: a month']],
  [
    'en',
    'a third of it, two thirds, three quarters, twice, tenfold',
    [
      'comparison: a third',
      'comparison: two thirds',
      'comparison: three quarters',
      'comparison: twice',
      'comparison: tenfold',
    ],
  ],
  [
    'en',
    'Section 286 BGB, Article 26(3) CCD2',
    ['legal-reference: Section 286 BGB', 'legal-reference: Article 26(3) CCD2'],
  ],
  ['en', 'tomorrow, next Friday, end of the month', ['date: tomorrow', 'date: next Friday', 'date: end of the month']],
  [
    'en',
    'once a month, exactly one, one in four',
    ['comparison: once a month', 'comparison: exactly one', 'comparison: one in four'],
  ],
  [
    'en',
    '1/3, ½, 500 people, twenty-one',
    ['comparison: 1/3', 'comparison: ½', 'count: 500', 'number-word: twenty-one'],
  ],
  ['en', 'between 50 and 60 EUR', ['money: 50 and 60 EUR']],
])('finds in %s %j', (locale, text, figures) => {
  expect(found(text, locale)).toEqual(figures)
})

test.each<[Locale, string]>([
  ['de', 'Ich habe eine Frage. Einmal bitte, noch einmal. Das ist einfach.'],
  ['de', 'Zweite Frage: erst zahlen, dann eine Antwort. Die zweite Mahnung, der dritte Brief.'],
  ['de', '1. Erstens\n2. Zweitens\n  3) Drittens'],
  ['de', 'Ihr Zeichen ME-20931, Vertrag KFZ-99-5.'],
  ['de', 'Eines Tages. Guten Morgen! Heute nicht.'],
  ['de', 'Nehmen Sie sich in Acht, außer Acht lassen, unter vier Augen.'],
  ['de', 'innerhalb, deshalb, halbjährlich, vierteljährlich, Zweifel, Vertrag, Einzelheiten, Dreieck, beachten'],
  ['de', 'ein paar Tage, ein bisschen, ein Mensch, beide, mehrfach, pro Monat, monatlich, je Jahr'],
  ['en', 'one of the offers, any one, no one, once, a question, this one, one by one, one moment'],
  ['en', 'Second, the second question; a third party; the first offer; both'],
  ['en', 'late fee, early repayment, on your behalf, half-yearly, quarterly, this quarter'],
  ['en', 'You may ask. March on. A month-to-month plan. One day you will. Today.'],
  ['en', 'null and void, two-factor, someone, weight, height, tent, often, double-check'],
])('finds nothing in %s %j', (locale, text) => {
  expect(found(text, locale)).toEqual([])
})

test('figures stand where they say, in order, and never overlap', () => {
  const piece = fc.constantFrom(
    '§ 286 BGB',
    '12,50 €',
    'zwanzig',
    ' ',
    'ein Drittel',
    '15.12.2026',
    '5 %',
    'drei Monate',
    'und',
    '3x',
    '\u00ad',
    'a',
    '.',
    '1/2',
    'bis',
    'EUR',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }),
      fc.constantFrom<Locale>('de', 'en'),
      (pieces, locale) => {
        const text = pieces.join(' ')
        let last = 0
        for (const figure of findFigures(text, locale)) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.text)
          expect(figure.start).toBeGreaterThanOrEqual(last)
          expect(figure.end).toBeGreaterThan(figure.start)
          last = figure.end
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('no digit escapes, however it is wrapped', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 11, max: 999_999 }),
      fc.constantFrom('kostet %', '(%)', '„%“', 'x=%', '% Stück', 'ca. %,', '%-malig', 'zahle%'),
      (value, frame) => {
        expect(findFigures(frame.replace('%', String(value)), 'de').length).toBeGreaterThan(0)
      },
    ),
  )
})
