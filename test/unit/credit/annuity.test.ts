import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annuity, balanceAfter } from '../../../tools/credit/annuity.ts'
import { deferredLoan, monthlyInterest, rateChange } from '../../../tools/credit/special-loans.ts'
import { InvalidInput } from '../../../tools/shared/errors.ts'
import { parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')

test('repays a loan in equal instalments', () => {
  const { instalment, explanation } = annuity({ principal: eur('200000'), nominalRatePercent: '6', months: 240 })
  expect(toDecimalString(instalment)).toBe('1432.86')
  expect(explanation.ruleIds).toEqual(['math.annuity'])
  expect(explanation.steps[1]?.value).toBe('1432.86 EUR')
})

test('divides the principal by the months when there is no interest', () => {
  const { instalment, totalInterest } = annuity({ principal: eur('1200'), nominalRatePercent: '0', months: 12 })
  expect(toDecimalString(instalment)).toBe('100.00')
  expect(totalInterest.minor).toBe(0)
})

test('owes all before the first instalment and nothing after the last', () => {
  const terms = fc.record({
    minor: fc.integer({ min: 1, max: 100_000_000 }),
    basisPoints: fc.integer({ min: 0, max: 3000 }),
    months: fc.integer({ min: 1, max: 600 }),
  })
  fc.assert(
    fc.property(terms, ({ minor, basisPoints, months }) => {
      const principal = { minor, currency: 'EUR' } as const
      const loan = { principal, nominalRatePercent: (basisPoints / 100).toFixed(2), months }
      expect(balanceAfter(loan, 0).minor).toBe(minor)
      expect(balanceAfter(loan, months).minor).toBe(0)
    }),
  )
})

test('pays the same interest monthly for a nominal rate and the effective rate it makes', () => {
  const principal = eur('30000')
  expect(monthlyInterest({ principal, nominalRatePercent: '12' }).minor).toBe(30_000)
  expect(monthlyInterest({ principal, effectiveRatePercent: '12.682503013196973' }).minor).toBe(30_000)
})

test('is a plain annuity when the start is not deferred and the rate does not change', () => {
  const principal = eur('5000')
  const { instalment } = annuity({ principal, nominalRatePercent: '6.99', months: 36 })
  const deferral = { principal, nominalRatePercent: '6.99', months: 36, deferralMonths: 0 }
  expect(deferredLoan(deferral)).toEqual({ balanceAtStart: principal, instalment })
  const rates = { nominalRatePercent1: '6.99', nominalRatePercent2: '6.99' }
  expect(rateChange({ principal, ...rates, monthsAtRate1: 10, months: 36 }).instalment2).toEqual(instalment)
})

test('names every fault of the terms at once', () => {
  const attempt = () => annuity({ principal: eur('-1'), nominalRatePercent: '1001', months: 0 })
  expect(attempt).toThrow(InvalidInput)
  expect(attempt).toThrow(/principal.*nominalRatePercent.*months/)
})

test('refuses rates that are no decimal strings and terms that are no whole months', () => {
  for (const rate of ['6,49', 'six', '', '1e3', 'NaN', '-21', 'Infinity']) {
    const terms = { principal: eur('100'), nominalRatePercent: rate, months: 12 }
    expect(() => annuity(terms), rate).toThrow(/nominalRatePercent/)
  }
  for (const months of [1.5, Number.NaN, 601, -12]) {
    expect(() => annuity({ principal: eur('100'), nominalRatePercent: '5', months })).toThrow(/months/)
  }
})
