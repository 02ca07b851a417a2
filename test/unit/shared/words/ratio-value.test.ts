import { expect, test } from 'vitest'
import { ratioValue } from '../../../../tools/shared/words/ratio-value.ts'

test.each([
  ['ein Drittel', '0.3333'],
  ['zwei Drittel', '0.6667'],
  ['one-third', '0.3333'],
  ['three quarters', '0.7500'],
  ['die Hälfte', '0.5000'],
  ['halb so viel', '0.5000'],
  ['half', '0.5000'],
  ['doppelt so viel', '2.0000'],
  ['twice as much', '2.0000'],
  ['das Doppelte', '2.0000'],
  ['dreimal', '3.0000'],
  ['3-fach', '3.0000'],
  ['ten times', '10.0000'],
  ['halbiert', '0.5000'],
])('reads %j as %s', (text, value) => {
  expect(ratioValue(text)?.toFixed(4)).toBe(value)
})

test('what compares nothing has no value', () => {
  for (const text of ['einfach', 'einmal', 'third party', 'mehrfach', 'zwanzig']) expect(ratioValue(text)).toBeNull()
})
