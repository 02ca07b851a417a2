import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareStrategies, repaymentPlan } from '../../../tools/debts/strategy.ts'
import type { StrategyDebt } from '../../../tools/debts/strategy-debt.ts'
import { money, parseMoney } from '../../../tools/shared/money.ts'

const euros = (text: string) => parseMoney(text, 'EUR')
const debt = (id: string, balance: string, nominalPercent: string, minPayment: string): StrategyDebt => ({
  id,
  balance: euros(balance),
  nominalPercent,
  minPayment: euros(minPayment),
})

test('shows both orders and what paying the small one first costs more', () => {
  const debts = [debt('x', '100.00', '0', '10.00'), debt('y', '100.00', '18.00', '10.00')]
  const { avalanche, snowball, costOfSnowball } = compareStrategies(debts, euros('60.00'))
  expect(avalanche).toMatchObject({ kind: 'plan', payoffOrder: ['y', 'x'] })
  expect(snowball).toMatchObject({ kind: 'plan', payoffOrder: ['x', 'y'] })
  expect(costOfSnowball).toEqual(euros('2.17'))
})

test('says why there is no plan: minimums above the budget, or interest that outruns it', () => {
  expect(repaymentPlan([debt('a', '500.00', '9.90', '80.00')], euros('50.00'), 'avalanche')).toMatchObject({
    kind: 'infeasible',
    because: 'minimums-exceed-budget',
  })
  expect(repaymentPlan([debt('a', '10000.00', '24.00', '10.00')], euros('150.00'), 'avalanche')).toMatchObject({
    kind: 'infeasible',
    because: 'never-paid-off',
  })
})

test('a debt that can be paid off while another still grows is a plan', () => {
  const debts = [debt('a', '10000.00', '12.00', '0'), debt('b', '10000.00', '6.00', '0')]
  expect(repaymentPlan(debts, euros('140.00'), 'avalanche')).toMatchObject({ kind: 'plan', payoffOrder: ['a', 'b'] })
})

test('ties go to the smaller balance or the higher rate', () => {
  const even = [debt('big', '300.00', '5', '0'), debt('small', '200.00', '5', '0')]
  expect(repaymentPlan(even, euros('100.00'), 'avalanche')).toMatchObject({ payoffOrder: ['small', 'big'] })
  // Balances are compared with the month's interest in them: 201.00 both.
  const same = [debt('cheap', '200.00', '6', '0'), debt('dear', '199.01', '12', '0')]
  expect(repaymentPlan(same, euros('100.00'), 'snowball')).toMatchObject({ payoffOrder: ['dear', 'cheap'] })
})

test('bad input is refused by its path', () => {
  const a = debt('a', '100.00', '5', '0')
  expect(() => repaymentPlan([], euros('10.00'), 'avalanche')).toThrow(/debts/)
  expect(() => repaymentPlan([a, a], euros('10.00'), 'avalanche')).toThrow(/debts\[1\]\.id/)
  expect(() => repaymentPlan([{ ...a, nominalPercent: '-1' }], euros('10.00'), 'avalanche')).toThrow(
    /debts\[0\]\.nominalPercent/,
  )
  expect(() => repaymentPlan([{ ...a, balance: money(1, 'USD') }], euros('10.00'), 'avalanche')).toThrow(/debts\[0\]/)
})

test('every cent paid is balance or interest, no month is over budget, and every debt is paid off once', () => {
  const anyDebt = fc.record({
    balance: fc.integer({ min: 0, max: 300_000 }).map((minor) => money(minor, 'EUR')),
    nominalPercent: fc.integer({ min: 0, max: 2400 }).map((basis) => (basis / 100).toFixed(2)),
    minPayment: fc.integer({ min: 0, max: 3_000 }).map((minor) => money(minor, 'EUR')),
  })
  fc.assert(
    fc.property(
      fc.array(anyDebt, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 5_000, max: 100_000 }),
      (list, minor) => {
        const debts = list.map((one, index) => ({ ...one, id: `d${index}` }))
        const budget = money(minor, 'EUR')
        for (const mode of ['avalanche', 'snowball'] as const) {
          const plan = repaymentPlan(debts, budget, mode)
          if (plan.kind === 'infeasible') continue
          const owed = debts.reduce((sum, { balance }) => sum + balance.minor, 0)
          expect(plan.totalPaid.minor).toBe(owed + plan.totalInterest.minor)
          const months = Map.groupBy(plan.payments, ({ month }) => month)
          for (const payments of months.values()) {
            expect(payments.reduce((sum, { amount }) => sum + amount.minor, 0)).toBeLessThanOrEqual(minor)
          }
          expect([...plan.payoffOrder].sort()).toEqual(
            debts.filter(({ balance }) => balance.minor > 0).map(({ id }) => id),
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})
