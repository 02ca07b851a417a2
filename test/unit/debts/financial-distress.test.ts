import { expect, test } from 'vitest'
import { type FinancialFacts, financialDistress } from '../../../tools/debts/financial-distress.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const euros = (text: string) => parseMoney(text, 'EUR')
const signs = (facts: Omit<FinancialFacts, 'today'>) => financialDistress({ today: '2026-11-22', ...facts }).signs
const drawn = (amount: string, months: number) => Array.from({ length: months }, () => euros(amount))

test('what is not known is no sign', () => {
  expect(signs({})).toEqual([])
  expect(signs({ minimums: euros('300') })).toEqual([])
})

test('minimums above the budget are a sign, and equal to it are none', () => {
  expect(signs({ minimums: euros('300.01'), monthlyBudget: euros('300') })).toEqual(['MINIMUMS_EXCEED_BUDGET'])
  expect(signs({ minimums: euros('300'), monthlyBudget: euros('300') })).toEqual([])
})

test('counts missed payments and new plans in their windows', () => {
  expect(signs({ missedPayments: ['2026-09-01', '2026-10-01', '2026-11-01'] })).toEqual(['MISSED_PAYMENTS'])
  expect(signs({ missedPayments: ['2026-08-01', '2026-10-01', '2026-11-01'] })).toEqual([])
  expect(signs({ newPlans: ['2026-11-01', '2026-11-10', '2026-11-20'] })).toEqual(['MANY_NEW_PLANS'])
})

test('a lasting overdraft is measured by its limit for six months or by income for three', () => {
  const limit = euros('2000')
  expect(signs({ overdraft: { limit, drawn: drawn('1500.01', 6) } })).toEqual(['LASTING_OVERDRAFT'])
  expect(signs({ overdraft: { limit, drawn: drawn('1500.01', 5) } })).toEqual([])
  expect(signs({ overdraft: { limit, drawn: drawn('1100', 3) }, netMonthlyIncome: euros('2100') })).toEqual([
    'LASTING_OVERDRAFT',
  ])
})

test('income below the free amount counts only while claims are open, and the explanation names each sign', () => {
  const facts = { netMonthlyIncome: euros('1500'), freeAmount: euros('1587.40') }
  expect(signs({ ...facts, openClaims: 'none' })).toEqual([])
  const { explanation } = financialDistress({
    today: '2026-11-22',
    ...facts,
    openClaims: 'some',
    gambling: 'seen',
    newCredit: 'to-pay-a-loan',
  })
  expect(explanation.steps).toHaveLength(3)
  expect(explanation.inputs.freeAmount).toBe('1587.40 EUR')
})
