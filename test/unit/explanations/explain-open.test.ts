import { describe, expect, it } from 'vitest'
import { debtSchema } from '../../../tools/debts/debt.ts'
import { explainOpen } from '../../../tools/explanations/explain-open.ts'

const debt = debtSchema.parse({
  id: 'd-1',
  kind: 'bnpl',
  creditor: { id: 'cr-1', name: 'Modehaus Elbe' },
  currency: 'EUR',
  principal: '89.95',
  open: '95.95',
  dueDate: '2026-10-15',
  dueBasis: 'unilateral_invoice',
  asOf: '2026-11-20',
  source: 'creditor statement',
  reminders: [],
  fees: [
    { id: 'f1', type: 'reminder', amount: '1.00', date: '2026-10-25', channel: 'paper', basis: 'unknown' },
    { id: 'f2', type: 'reminder', amount: '5.00', date: '2026-11-08', channel: 'email', basis: 'unknown' },
  ],
  payments: [],
  claimKind: 'purchase',
})

describe('how what is open adds up', () => {
  it('goes from the claim over the fees to what is open', () => {
    expect(explainOpen(debt)?.steps.map(({ value }) => value)).toEqual([
      '89.95 EUR',
      '1.00 EUR',
      '5.00 EUR',
      '95.95 EUR',
    ])
  })

  it('counts only payments that are posted', () => {
    const payments = [
      { date: '2026-11-01', amount: '20.00', status: 'posted' as const },
      { date: '2026-11-02', amount: '30.00', status: 'pending' as const },
    ]
    expect(explainOpen({ ...debt, payments, open: '75.95' })?.steps.at(-1)?.value).toBe('75.95 EUR')
  })

  it('claims no arithmetic where the parts do not add up to what the creditor states', () => {
    expect(explainOpen({ ...debt, open: '97.00' })).toBeNull()
  })
})
