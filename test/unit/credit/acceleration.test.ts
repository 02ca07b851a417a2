import { expect, test } from 'vitest'
import { acceleration, type LateLoan } from '../../../tools/credit/acceleration.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const loan: LateLoan = {
  nominalAmount: eur('10000'),
  termMonths: 48,
  consecutiveOverdue: 2,
  overdueAmount: eur('500'),
  warningReceived: '2026-11-01',
  today: '2026-11-16',
}

test('needs two instalments in a row, the share of the nominal amount and a fruitless deadline', () => {
  expect(acceleration(loan)).toMatchObject({ allowed: true, missing: [] })
  expect(acceleration({ ...loan, consecutiveOverdue: 1 }).missing).toEqual(['TWO_CONSECUTIVE'])
  expect(acceleration({ ...loan, overdueAmount: eur('499.99') }).missing).toEqual(['SHARE_OF_NOMINAL'])
  expect(acceleration({ ...loan, warningReceived: null }).missing).toEqual(['FRUITLESS_DEADLINE'])
})

test('leaves the fourteenth day to pay', () => {
  const lastDay = acceleration({ ...loan, today: '2026-11-15' })
  expect(lastDay).toMatchObject({ allowed: false, payBy: '2026-11-15', missing: ['FRUITLESS_DEADLINE'] })
})

test('asks for ten percent up to a term of three years', () => {
  expect(acceleration({ ...loan, termMonths: 36 })).toMatchObject({ allowed: false, threshold: eur('1000') })
  expect(acceleration({ ...loan, termMonths: 37 }).threshold).toEqual(eur('500'))
})

test('refuses figures out of range', () => {
  expect(() => acceleration({ ...loan, nominalAmount: eur('0') })).toThrow(/nominalAmount/)
  expect(() => acceleration({ ...loan, consecutiveOverdue: -1 })).toThrow(/consecutiveOverdue/)
  expect(() => acceleration({ ...loan, today: 'today' })).toThrow(/today/)
})
