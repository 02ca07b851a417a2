import { expect, test } from 'vitest'
import { type Debt, debtSchema } from '../../../tools/debts/debt.ts'
import { assessFees } from '../../../tools/disputes/assess-fees.ts'
import { DUNNING_POLICY } from '../../../tools/disputes/dunning-policy.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const euros = (text: string) => parseMoney(text, 'EUR')
const debt = (change: object = {}): Debt =>
  debtSchema.parse({
    id: 'd1',
    kind: 'bnpl',
    claimKind: 'purchase',
    creditor: { id: 'c1', name: 'Modehaus' },
    currency: 'EUR',
    principal: '89.95',
    open: '95.95',
    dueDate: '2026-10-15',
    dueBasis: 'unilateral_invoice',
    asOf: '2026-11-20',
    source: 'statement',
    reminders: [
      { id: 'm1', received: '2026-10-25', channel: 'paper' },
      { id: 'm2', received: '2026-11-08', channel: 'email' },
    ],
    ...change,
  })
const reminderFee = (change: object = {}) => ({
  id: 'f1',
  type: 'reminder',
  amount: '1.00',
  date: '2026-10-25',
  reminderId: 'm1',
  channel: 'paper',
  basis: 'unknown',
  ...change,
})

function assess(change: object) {
  const result = assessFees(debt(change), '2026-11-22', DUNNING_POLICY)
  if (result.kind !== 'assessed') throw new Error('a court paper was not expected')
  return result
}

test('what is contestable in every possible case is contested without asking', () => {
  const result = assess({
    fees: [
      reminderFee(),
      reminderFee({ id: 'f2', amount: '5.00', date: '2026-11-08', reminderId: 'm2', channel: 'email' }),
    ],
  })
  expect(result.items.map(({ disputed, unclear, missing }) => ({ disputed, unclear, missing }))).toEqual([
    { disputed: euros('1.00'), unclear: euros('0.00'), missing: [] },
    { disputed: euros('5.00'), unclear: euros('0.00'), missing: [] },
  ])
  expect(result.items[0]?.codes).toEqual(['FIRST_REMINDER_CAUSES_DEFAULT'])
  // Not the void clause: whether there is one is unknown.
  expect(result.items[1]).toMatchObject({ codes: ['EXCEEDS_MATERIAL_COST'], strength: 'strong' })
})

test('an unknown due basis leaves the fee open and is asked for', () => {
  const result = assess({ dueBasis: 'unknown', fees: [reminderFee()] })
  expect(result.items[0]).toMatchObject({
    accepted: euros('0.00'),
    disputed: euros('0.00'),
    unclear: euros('1.00'),
    strength: 'none',
  })
  expect(result.missing).toContain('DUE_BASIS')
  expect(result.begins.map((begin) => (begin.kind === 'default' ? begin.from : null))).toEqual([
    '2026-10-16',
    '2026-10-25',
  ])
})

test('an unknown basis of a fee within material cost is asked for, and only that', () => {
  const result = assess({
    dueBasis: 'contract_calendar',
    fees: [reminderFee({ date: '2026-11-08', reminderId: 'm2', channel: 'paper' })],
  })
  expect(result.items[0]).toMatchObject({ unclear: euros('1.00'), missing: ['FEE_BASIS'] })
})

test('the part beyond any possible case is contested while the rest stays open', () => {
  const result = assess({
    dueBasis: 'contract_calendar',
    fees: [reminderFee({ amount: '5.00', date: '2026-11-08', reminderId: 'm2' })],
  })
  expect(result.items[0]).toMatchObject({
    accepted: euros('0.00'),
    disputed: euros('3.80'),
    unclear: euros('1.20'),
    strength: 'strong',
  })
})

test('a collection fee asks what is not known of the agency, and not what is', () => {
  const fee = {
    id: 'f1',
    type: 'inkasso',
    amount: '70.00',
    date: '2026-11-10',
    mandateDate: '2026-11-09',
    registered: true,
  }
  const open = assess({ fees: [fee] })
  expect(open.items[0]?.missing).toEqual(expect.arrayContaining(['CONTESTED_BEFORE_MANDATE', 'CREDITOR_VAT']))
  expect(open.items[0]?.missing).not.toContain('AGENCY_REGISTERED')
  expect(open.items[0]?.disputed).toEqual(euros('3.81'))
  const known = assess({ fees: [{ ...fee, contestedBeforeMandate: false, creditorCanDeductVat: true }] })
  expect(known.items[0]).toMatchObject({ accepted: euros('55.62'), disputed: euros('14.38'), missing: [] })
  const unregistered = assess({ fees: [{ ...fee, registered: false }] })
  expect(unregistered).toMatchObject({ escalate: true, totalDisputed: euros('70.00') })
})

test('a pending payment settles nothing', () => {
  const paid = (status: string) =>
    assess({
      dueBasis: 'contract_calendar',
      fees: [reminderFee()],
      payments: [{ date: '2026-10-10', amount: '89.95', status }],
    })
  expect(paid('posted').items[0]?.codes).toEqual(['PAID_IN_TIME'])
  expect(paid('pending').items[0]?.codes).not.toContain('PAID_IN_TIME')
})

test('interest beyond the known rates is left open for a person', () => {
  const result = assess({ interestClaim: { amount: '3.00', to: '2027-02-01' } })
  expect(result).toMatchObject({ escalate: true, missing: ['RATE_UNKNOWN'] })
  expect(result.items[0]).toMatchObject({ id: 'interest', unclear: euros('3.00'), explanation: null })
})

test('a court paper goes to a person, and other currencies are refused', () => {
  const title = { type: 'Vollstreckungsbescheid', served: '2026-11-20' }
  expect(assessFees(debt({ title }), '2026-11-22', DUNNING_POLICY)).toMatchObject({
    kind: 'court-paper',
    deadline: '2026-12-04',
  })
  expect(() => assess({ currency: 'USD' })).toThrow(/currency/)
})

test('every assessed fee adds up to what is claimed', () => {
  const types = ['reminder', 'returned_debit', 'processing', 'account_keeping', 'flat40', 'inkasso']
  const fees = types.map((type, index) => ({ id: `f${index}`, type, amount: '12.34', date: '2026-11-10' }))
  for (const dueBasis of ['unknown', 'contract_calendar', 'unilateral_invoice']) {
    for (const { claimed, accepted, disputed, unclear } of assess({ dueBasis, fees }).items) {
      expect(accepted.minor + disputed.minor + unclear.minor).toBe(claimed.minor)
      expect(unclear.minor).toBeGreaterThanOrEqual(0)
    }
  }
})
