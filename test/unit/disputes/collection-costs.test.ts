import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CollectionCostsInput, collectionCosts } from '../../../tools/disputes/collection-costs.ts'
import { rvgFee } from '../../../tools/disputes/rvg-table.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const costs = (claimValue: string, change: Partial<CollectionCostsInput> = {}) =>
  collectionCosts({
    claimValue: parseMoney(claimValue, 'EUR'),
    mandateDate: '2026-11-01',
    claim: 'uncontested',
    caseType: 'normal',
    vat: 'creditor-deducts',
    paymentAgreement: 'none',
    ...change,
  })

test('the cap follows value, case and mandate date', () => {
  expect(toDecimalString(costs('89.95').maxRecoverable)).toBe('55.62')
  expect(toDecimalString(costs('38.00').maxRecoverable)).toBe('34.02')
  expect(toDecimalString(costs('89.95', { mandateDate: '2025-05-31' }).maxRecoverable)).toBe('52.92')
  expect(toDecimalString(costs('120.00', { vat: 'creditor-cannot-deduct' }).maxRecoverable)).toBe('66.19')
})

test('a payment agreement adds a fee on half the claim by the ordinary table', () => {
  const { settlementFee, expenses, maxRecoverable } = costs('1000.00', { paymentAgreement: 'announced' })
  expect(toDecimalString(settlementFee)).toBe('36.05')
  expect(toDecimalString(expenses)).toBe('20.00')
  expect(toDecimalString(maxRecoverable)).toBe('139.75')
})

test('no fee is below the minimum', () => {
  expect(toDecimalString(costs('10.00', { caseType: 'simple', mandateDate: '2024-03-01' }).businessFee)).toBe('15.00')
})

test('mandates before the cap and tables before the oldest are unknown', () => {
  expect(() => costs('100.00', { mandateDate: '2021-09-30' })).toThrow(
    expect.objectContaining({ code: 'RATE_UNKNOWN' }),
  )
  expect(() => rvgFee(money(100, 'EUR'), '2020-12-31')).toThrow(expect.objectContaining({ code: 'RATE_UNKNOWN' }))
})

test('values that are not positive or not euros are refused by their path', () => {
  expect(() => costs('0.00')).toThrow(/claimValue/)
  expect(() => rvgFee(money(100, 'USD'), '2026-01-01')).toThrow(/value/)
})

test('a higher claim never costs less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (minor, more) => {
      const at = (cents: number) => rvgFee(money(cents, 'EUR'), '2026-01-01').minor
      expect(at(minor + more)).toBeGreaterThanOrEqual(at(minor))
    }),
  )
})
