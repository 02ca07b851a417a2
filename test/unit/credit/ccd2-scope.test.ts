import { expect, test } from 'vitest'
import { type CreditAgreement, ccd2Scope } from '../../../tools/credit/ccd2-scope.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const amount = parseMoney('80', 'EUR')
const invoice = {
  kind: 'deferred_payment_by_supplier',
  concluded: '2026-11-20',
  amount,
  free: true,
  onlyLimitedLateCharges: true,
  thirdParty: false,
  sme: false,
  onlineDistance: false,
  daysAfterDelivery: 50,
} as const
const scopeOf = (agreement: CreditAgreement) => ccd2Scope(agreement).scope

test("leaves the supplier's own free invoice of at most fifty days out", () => {
  expect(scopeOf(invoice)).toBe('OUT')
  expect(scopeOf({ ...invoice, daysAfterDelivery: 51 })).toBe('IN')
})

test('allows large online sellers fourteen days, and small ones fifty', () => {
  const online = { ...invoice, onlineDistance: true }
  expect(scopeOf({ ...online, daysAfterDelivery: 14 })).toBe('OUT')
  expect(scopeOf({ ...online, daysAfterDelivery: 15 })).toBe('IN')
  expect(scopeOf({ ...online, sme: true, daysAfterDelivery: 50 })).toBe('OUT')
})

test('includes pay-later by a third party even when it is free', () => {
  expect(scopeOf({ ...invoice, thirdParty: true, daysAfterDelivery: 14 })).toBe('IN')
})

test('includes invoices with charges', () => {
  expect(scopeOf({ ...invoice, free: false })).toBe('IN')
  expect(scopeOf({ ...invoice, onlyLimitedLateCharges: false })).toBe('IN')
})

test('has no floor, and a ceiling that renovation may exceed', () => {
  const loan = { kind: 'loan', concluded: '2026-11-20', amount, renovation: false } as const
  const above = parseMoney('100000.01', 'EUR')
  expect(scopeOf(loan)).toBe('IN')
  expect(scopeOf({ ...loan, amount: parseMoney('100000', 'EUR') })).toBe('IN')
  expect(scopeOf({ ...loan, amount: above })).toBe('OUT')
  expect(scopeOf({ ...loan, amount: above, renovation: true })).toBe('IN')
  expect(scopeOf({ kind: 'overdraft', concluded: '2026-11-20', amount: above })).toBe('OUT')
})

test('leaves a goodwill instalment plan out, and a paid deferral in', () => {
  const deferral = { kind: 'deferral_of_existing_debt', concluded: '2026-12-01', amount } as const
  expect(scopeOf({ ...deferral, free: true })).toBe('OUT')
  expect(scopeOf({ ...deferral, free: false })).toBe('IN')
})

test('keeps contracts of before 20 November 2026 under the old law', () => {
  expect(scopeOf({ ...invoice, concluded: '2026-11-19' })).toBe('CCD1_TRANSITIONAL')
})

test('refuses an impossible day, another currency and negative days', () => {
  expect(() => scopeOf({ ...invoice, concluded: '2026-11-31' })).toThrow(/concluded/)
  expect(() => scopeOf({ ...invoice, amount: parseMoney('80', 'GBP') })).toThrow(/amount/)
  expect(() => scopeOf({ ...invoice, daysAfterDelivery: -1 })).toThrow(/daysAfterDelivery/)
})
