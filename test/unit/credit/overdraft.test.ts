import { expect, test } from 'vitest'
import { dayInterest, overdraftEffectiveRate } from '../../../tools/credit/overdraft.ts'
import { parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')

test('compounds the nominal rate over the settlements of a year', () => {
  const { exact, rounded } = overdraftEffectiveRate({ nominalRatePercent: '11.5', settlementsPerYear: 4 })
  expect(exact).toBeCloseTo(12.00551129, 8)
  expect(rounded.toFixed(2)).toBe('12.01')
})

test('is the nominal rate when interest is charged once a year', () => {
  expect(overdraftEffectiveRate({ nominalRatePercent: '11.5', settlementsPerYear: 1 }).exact).toBe(11.5)
})

test('charges simple interest for days, rounded half up to the cent', () => {
  expect(toDecimalString(dayInterest({ balance: eur('850'), nominalRatePercent: '11.90', days: 17 }))).toBe('4.71')
  expect(toDecimalString(dayInterest({ balance: eur('36.50'), nominalRatePercent: '5', days: 1 }))).toBe('0.01')
})

test('refuses a negative balance, no settlements and part days', () => {
  expect(() => dayInterest({ balance: eur('-1'), nominalRatePercent: '5', days: 1 })).toThrow(/balance/)
  expect(() => dayInterest({ balance: eur('1'), nominalRatePercent: '5', days: 0.5 })).toThrow(/days/)
  expect(() => overdraftEffectiveRate({ nominalRatePercent: '5', settlementsPerYear: 0 })).toThrow(/settlementsPerYear/)
})
