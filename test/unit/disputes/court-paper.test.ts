import { expect, test } from 'vitest'
import { classifyLetter, courtProcedureAvailable, objectionDeadline } from '../../../tools/disputes/court-paper.ts'

test('the deadline is two weeks from service', () => {
  expect(objectionDeadline({ type: 'Mahnbescheid', served: '2026-11-20' }).deadline).toBe('2026-12-04')
})

test.each([
  ['Amtsgericht Hagen. Mahnbescheid vom 12.11.2026', 'court'],
  ['Der Gerichtsvollzieher hat Ihnen zugestellt', 'court'],
  ['Zahlungserinnerung: bitte überweisen Sie 12,00 EUR', 'ordinary'],
  ['Letzte Mahnung. Andernfalls werden wir einen Mahnbescheid beantragen.', 'in-doubt'],
  ['Es kam ein gelber Umschlag', 'in-doubt'],
  ['Otherwise we will apply for a payment order.', 'in-doubt'],
])('takes %j as %s', (text, kind) => {
  expect(classifyLetter(text)).toBe(kind)
})

test('the court payment procedure is closed to consumer credit far above the base rate', () => {
  expect(courtProcedureAvailable('13.52', '2026-11-01')).toEqual({ available: true, limitPercent: '13.52' })
  expect(courtProcedureAvailable('13.53', '2026-11-01').available).toBe(false)
})
