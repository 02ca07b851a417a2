import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { FinancialRecords } from '../../../tools/debts/known-distress.ts'
import { knownDistress } from '../../../tools/debts/known-distress.ts'
import { parseCustomerFile } from '../../../tools/imports/customer-file.ts'

const file = JSON.parse(readFileSync(new URL('../../data/samples/anna.json', import.meta.url), 'utf8'))
const ANNA: FinancialRecords = parseCustomerFile(file)
const TODAY = '2026-11-22'

const earning = (netMonthlyIncome: string): FinancialRecords => ({
  ...ANNA,
  customer: ANNA.customer === null ? null : { ...ANNA.customer, netMonthlyIncome },
})

it('sees nothing where an income carries the instalments', () => {
  expect(knownDistress(ANNA, TODAY)).toEqual([])
})

it('sees an income below the amount free from attachment while a claim is overdue', () => {
  expect(knownDistress(earning('1587.39'), TODAY)).toEqual(['INCOME_BELOW_FREE_AMOUNT'])
  expect(knownDistress(earning('1587.40'), TODAY)).toEqual([])
  expect(knownDistress({ ...earning('1587.39'), debts: [] }, TODAY)).toEqual([])
})

it('sees instalments that no income can carry', () => {
  expect(knownDistress(earning('300.00'), TODAY)).toContain('MINIMUMS_EXCEED_BUDGET')
})

it('sees more than two payments missed in ninety days, and only those', () => {
  const debt = ANNA.debts[0]
  if (debt === undefined) throw new Error('no debt')
  const missing = (days: readonly string[]) => ({
    ...ANNA,
    debts: days.map((dueDate, n) => ({ ...debt, id: `d-${n}`, dueDate })),
  })
  expect(knownDistress(missing(['2026-09-01', '2026-10-01', '2026-11-01']), TODAY)).toEqual(['MISSED_PAYMENTS'])
  expect(knownDistress(missing(['2026-08-01', '2026-10-01', '2026-11-01']), TODAY)).toEqual([])
})

it('takes nothing for a sign that no record says', () => {
  expect(knownDistress({ customer: null, debts: [], contracts: [] }, TODAY)).toEqual([])
  expect(knownDistress(earning('1000.00'), '2030-01-01')).toEqual(['MINIMUMS_EXCEED_BUDGET'].slice(1))
})
