import { expect, test } from 'vitest'
import { defaultDate } from '../../../tools/disputes/default-date.ts'
import { claim, euros } from '../../support/dunning-cases.ts'

const unilateral = { dueBasis: 'unilateral_invoice' } as const

test('a date fixed in the contract puts the customer in default the next day', () => {
  expect(defaultDate(claim())).toMatchObject({
    from: '2026-10-16',
    interestFrom: '2026-10-16',
    reason: 'CALENDAR_286_2_1',
  })
})

test('a date on an invoice alone puts nobody in default', () => {
  expect(defaultDate(claim(unilateral))).toEqual({ kind: 'none', because: 'NOTHING_YET' })
})

test('a reminder works from its receipt, interest from the next day, and not before the claim is due', () => {
  const reminders = [
    { id: 'm0', received: '2026-10-10' },
    { id: 'm1', received: '2026-10-25' },
  ]
  expect(defaultDate(claim({ ...unilateral, reminders }))).toMatchObject({
    from: '2026-10-25',
    interestFrom: '2026-10-26',
    reason: 'REMINDER_286_1:m1',
    reminderId: 'm1',
  })
})

test('thirty days count from due date and receipt, for consumers only with the notice; the thirtieth day is in time', () => {
  const invoice30 = { received: '2026-10-01', consumerNotice: true }
  expect(defaultDate(claim({ ...unilateral, invoice30 }))).toMatchObject({
    from: '2026-11-15',
    reason: '30_DAYS_286_3',
  })
  expect(defaultDate(claim({ ...unilateral, invoice30, today: '2026-11-14' })).kind).toBe('none')
  expect(defaultDate(claim({ ...unilateral, invoice30: { ...invoice30, consumerNotice: false } })).kind).toBe('none')
})

test('a serious refusal counts at once, but not before the claim is due', () => {
  expect(defaultDate(claim({ ...unilateral, refusedOn: '2026-10-20' }))).toMatchObject({
    from: '2026-10-20',
    reason: 'REFUSAL_286_2_3',
  })
  expect(defaultDate(claim({ ...unilateral, refusedOn: '2026-10-01' }))).toMatchObject({ from: '2026-10-15' })
})

test('the earliest event counts, and none that lies ahead', () => {
  const reminders = [{ id: 'm1', received: '2026-10-20' }]
  expect(defaultDate(claim({ reminders }))).toMatchObject({ reason: 'CALENDAR_286_2_1' })
  expect(defaultDate(claim({ dueDate: '2026-12-01' }))).toEqual({ kind: 'none', because: 'NOTHING_YET' })
})

test('full payment before the default, a disputed principal and no fault keep the customer out of default', () => {
  const paid = (date: string) => claim({ payments: [{ date, amount: euros('89.95') }] })
  expect(defaultDate(paid('2026-10-15'))).toEqual({ kind: 'none', because: 'PAID_IN_TIME' })
  expect(defaultDate(paid('2026-10-16'))).toMatchObject({ kind: 'default' })
  expect(defaultDate(claim({ payments: [{ date: '2026-10-15', amount: euros('89.94') }] }))).toMatchObject({
    kind: 'default',
  })
  expect(defaultDate(claim({ principalDisputed: true }))).toEqual({ kind: 'none', because: 'PRINCIPAL_DISPUTED' })
  expect(defaultDate(claim({ noFault: true }))).toEqual({ kind: 'none', because: 'NO_FAULT_286_4' })
})
