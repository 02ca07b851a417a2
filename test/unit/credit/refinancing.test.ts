import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refinancing } from '../../../tools/credit/refinancing.ts'
import type { RefinancingCase } from '../../../tools/credit/refinancing-case.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const base: RefinancingCase = {
  balance: eur('8000'),
  oldNominalRatePercent: '11.99',
  remainingMonths: 36,
  newNominalRatePercent: '6.49',
  otherCosts: eur('0'),
  earlyRepaymentCompensation: eur('80'),
}

test('pays off in the first month whose savings cover the costs', () => {
  expect(refinancing(base).breakEvenMonth).toBe(4)
})

test('never pays off at a higher rate, or when the costs exceed all savings', () => {
  expect(refinancing({ ...base, newNominalRatePercent: '12.5' }).breakEvenMonth).toBeNull()
  expect(refinancing({ ...base, otherCosts: eur('2000') }).breakEvenMonth).toBeNull()
})

test('saves nothing at the break-even rate', () => {
  const cases = fc.record({ old: fc.integer({ min: 500, max: 2000 }), costs: fc.integer({ min: 0, max: 30_000 }) })
  fc.assert(
    fc.property(cases, ({ old, costs }) => {
      const input = {
        ...base,
        oldNominalRatePercent: (old / 100).toFixed(2),
        otherCosts: { minor: costs, currency: 'EUR' } as const,
      }
      const rate = refinancing(input).breakEvenNominalRatePercent
      expect(rate).not.toBeNull()
      const atBreakEven = refinancing({ ...input, newNominalRatePercent: (rate ?? 0).toFixed(12) })
      expect(Math.abs(atBreakEven.cash.totalSaving.minor)).toBeLessThanOrEqual(1)
    }),
  )
})

test('has no break-even rate when the costs eat every instalment', () => {
  expect(refinancing({ ...base, otherCosts: eur('20000') }).breakEvenNominalRatePercent).toBeNull()
})

test('shows a longer term beside the equal one, with the totals of both', () => {
  const { keep, cash, otherTerm, explanation } = refinancing({ ...base, newNominalRatePercent: '11.5', newMonths: 84 })
  expect(otherTerm?.instalment.minor).toBeLessThan(cash.instalment.minor)
  expect(otherTerm?.totalSaving.minor).toBeLessThan(0)
  expect(cash.months).toBe(keep.months)
  const totals = explanation.steps.map(({ text }) => text.en).filter((text) => text.includes('in total'))
  expect(totals).toHaveLength(4)
})

test('costs more in total when the costs are financed at the same rate', () => {
  const { cash, financed } = refinancing(base)
  expect(financed.totalPaid.minor).toBeGreaterThan(cash.totalPaid.minor)
})

test('shows totals whose difference is the saving, to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 5_000_000 }), (minor) => {
      const { keep, cash, financed } = refinancing({ ...base, balance: { minor, currency: 'EUR' } })
      expect(cash.totalPaid.minor + cash.totalSaving.minor).toBe(keep.totalPaid.minor)
      expect(financed.totalPaid.minor + financed.totalSaving.minor).toBe(keep.totalPaid.minor)
    }),
  )
})

test('refuses figures out of range, each by its path', () => {
  expect(() => refinancing({ ...base, balance: eur('0'), remainingMonths: 0 })).toThrow(/balance.*remainingMonths/)
  expect(() => refinancing({ ...base, otherCosts: parseMoney('5', 'USD') })).toThrow(/otherCosts/)
  expect(() => refinancing({ ...base, newNominalRatePercent: 'low' })).toThrow(/newNominalRatePercent/)
})
