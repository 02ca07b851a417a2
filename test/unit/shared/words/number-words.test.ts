import { expect, test } from 'vitest'
import { numberValue } from '../../../../tools/shared/words/number-words.ts'

test.each([
  ['zwanzig', 20],
  ['einundzwanzig', 21],
  ['hundertfünfzig', 150],
  ['zweitausenddreihundert', 2300],
  ['tausendeins', 1001],
  ['sechsundzwanzigtausend', 26_000],
  ['eine Million', 1_000_000],
  ['zwei Millionen', 2_000_000],
  ['ein Dutzend', 12],
  ['anderthalb', 1.5],
  ['ein', 1],
  ['twenty-one', 21],
  ['two hundred and fifty', 250],
  ['one thousand two hundred', 1200],
  ['three million', 3_000_000],
  ['one and a half', 1.5],
  ['2,5', 2.5],
])('reads %j as %d', (text, value) => {
  expect(numberValue(text)?.toNumber()).toBe(value)
})

test('ordinals and ordinary words are no numbers', () => {
  for (const text of ['erste', 'zweite', 'second', 'third', 'Achtung', 'Zweifel', 'einzeln', 'tent'])
    expect(numberValue(text)).toBeNull()
})
