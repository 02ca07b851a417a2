import { expect, test } from 'vitest'
import { insuranceWithdrawal } from '../../../tools/insurance/insurance-withdrawal.ts'

test('ends fourteen days after all documents, thirty for life insurance', () => {
  expect(insuranceWithdrawal({ allDocumentsReceived: '2027-02-14' }).lastDayToDispatch).toBe('2027-02-28')
  const life = insuranceWithdrawal({ allDocumentsReceived: '2027-02-14', line: 'life' })
  expect(life.lastDayToDispatch).toBe('2027-03-16')
})

test('does not run while documents are missing', () => {
  expect(insuranceWithdrawal({ allDocumentsReceived: null })).toMatchObject({
    lastDayToDispatch: null,
    openEnded: true,
  })
})

test('refuses a day that does not exist', () => {
  expect(() => insuranceWithdrawal({ allDocumentsReceived: '2027-02-30' })).toThrow(/allDocumentsReceived/)
})
