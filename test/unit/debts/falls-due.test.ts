import { expect, test } from 'vitest'
import { debtSchema } from '../../../tools/debts/debt.ts'
import { fallsDue } from '../../../tools/debts/falls-due.ts'
import { toDecimalString } from '../../../tools/shared/money.ts'

const debt = (id: string, change: object) =>
  debtSchema.parse({
    id,
    kind: 'invoice',
    claimKind: 'purchase',
    creditor: { id: `c-${id}`, name: `Creditor ${id}` },
    currency: 'EUR',
    principal: '100.00',
    open: '100.00',
    dueDate: '2026-12-10',
    asOf: '2026-11-20',
    source: `statement ${id}`,
    ...change,
  })
const plan = (...debts: ReturnType<typeof debt>[]) =>
  fallsDue(debts, '2026-11-22', '2026-12-31').items.map(
    ({ debtId, due, amount, kind }) => `${debtId} ${due} ${toDecimalString(amount)} ${kind}`,
  )

test('lists what is due by day over all debts, overdue first, with the record behind it', () => {
  const late = debt('late', { dueDate: '2026-10-15', open: '95.95' })
  const plans = debt('plan', {
    open: '309.72',
    instalments: [
      { due: '2026-12-01', amount: '103.24' },
      { due: '2027-01-01', amount: '103.24' },
      { due: '2027-02-01', amount: '103.24' },
    ],
  })
  expect(plan(plans, debt('soon', {}), late)).toEqual([
    'late 2026-10-15 95.95 overdue',
    'plan 2026-12-01 103.24 instalment',
    'soon 2026-12-10 100.00 whole',
  ])
  expect(fallsDue([late], '2026-11-22', '2026-12-31').items[0]).toMatchObject({
    asOf: '2026-11-20',
    source: 'statement late',
  })
})

test('instalments that the open amount no longer covers are paid; what exceeds them is due on the debt’s own date', () => {
  const instalments = [
    { due: '2026-11-01', amount: '50.00' },
    { due: '2026-12-01', amount: '50.00' },
  ]
  expect(plan(debt('d', { open: '50.00', instalments }))).toEqual(['d 2026-12-01 50.00 instalment'])
  expect(plan(debt('d', { open: '100.00', instalments }))).toEqual([
    'd 2026-11-01 50.00 overdue',
    'd 2026-12-01 50.00 instalment',
  ])
  expect(plan(debt('d', { open: '106.00', instalments, dueDate: '2026-11-01' }))).toContain('d 2026-11-01 6.00 overdue')
})

test('says nothing of debts at zero, and names pending payments without taking them off', () => {
  const payments = [{ date: '2026-11-21', amount: '100.00', status: 'pending' }]
  const result = fallsDue([debt('zero', { open: '0.00' }), debt('wait', { payments })], '2026-11-22', '2026-12-31')
  expect(result.items).toMatchObject([{ debtId: 'wait', amount: { minor: 100_00 } }])
  expect(result.pending).toMatchObject([{ debtId: 'wait', amount: { minor: 100_00 } }])
})

test('refuses a horizon before today', () => {
  expect(() => fallsDue([], '2026-11-22', '2026-11-21')).toThrow(/until/)
})
