import fc from 'fast-check'
import { expect, test } from 'vitest'
import { savings } from '../../../tools/credit/savings.ts'
import { savingsTax } from '../../../tools/credit/savings-tax.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')

test('credits interest several times a year', () => {
  const plan = { principal: eur('5000'), nominalRatePercent: '3.10', creditsPerYear: 4, months: 18 }
  expect(toDecimalString(savings(plan).finalBalance)).toBe('5237.05')
})

test('lets each monthly deposit grow from the start of its month', () => {
  const plan = { principal: eur('0'), nominalRatePercent: '12', creditsPerYear: 12, months: 2 }
  // 100 * 1.01^2 + 100 * 1.01
  const { finalBalance, interest } = savings({ ...plan, monthlyDeposit: eur('100') })
  expect(toDecimalString(finalBalance)).toBe('203.01')
  expect(toDecimalString(interest)).toBe('3.01')
})

test('keeps what was paid in when there is no interest', () => {
  const plan = { principal: eur('50'), nominalRatePercent: '0', creditsPerYear: 1, months: 7 }
  expect(toDecimalString(savings({ ...plan, monthlyDeposit: eur('10') }).finalBalance)).toBe('120.00')
})

test('taxes interest above the allowance and drops fractions of a cent of the surcharge', () => {
  const { tax, net } = savingsTax({ grossInterest: eur('1500'), allowance: eur('1000') })
  expect([toDecimalString(tax), toDecimalString(net)]).toEqual(['131.87', '1368.13'])
})

test('lowers the income tax where church tax is due', () => {
  const interest = { grossInterest: eur('1500'), allowance: eur('1000') }
  const { tax } = savingsTax({ ...interest, churchTaxPercent: '9' })
  // 500 / 4.09 = 122.25, of which 5.5 % are 6.72 and 9 % are 11.00
  expect(toDecimalString(tax)).toBe('139.97')
})

test('taxes nothing within the allowance, and never adds to or loses money', () => {
  const cents = fc.integer({ min: 0, max: 100_000_000 })
  fc.assert(
    fc.property(cents, cents, fc.constantFrom('0', '8', '9'), (gross, allowance, churchTaxPercent) => {
      const interest = { grossInterest: money(gross, 'EUR'), allowance: money(allowance, 'EUR') }
      const { tax, net } = savingsTax({ ...interest, churchTaxPercent })
      expect(tax.minor + net.minor).toBe(gross)
      expect(tax.minor).toBeGreaterThanOrEqual(0)
      if (gross <= allowance) expect(tax.minor).toBe(0)
    }),
  )
})

test('refuses absurd rates, no crediting and negative amounts', () => {
  const plan = { principal: eur('50'), nominalRatePercent: '2', creditsPerYear: 1, months: 7 }
  expect(() => savings({ ...plan, nominalRatePercent: '101' })).toThrow(/nominalRatePercent/)
  expect(() => savings({ ...plan, creditsPerYear: 0 })).toThrow(/creditsPerYear/)
  expect(() => savings({ ...plan, monthlyDeposit: eur('-1') })).toThrow(/monthlyDeposit/)
  expect(() => savingsTax({ grossInterest: eur('-1'), allowance: eur('0') })).toThrow(/grossInterest/)
})
