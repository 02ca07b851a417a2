import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loanApr } from '../../../tools/credit/loan-apr.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const anyLoan = fc.record({
  minor: fc.integer({ min: 500_000, max: 50_000_000 }),
  basisPoints: fc.integer({ min: 0, max: 2500 }),
  months: fc.integer({ min: 6, max: 240 }),
})

test('returns the rate a schedule was built from', () => {
  fc.assert(
    fc.property(anyLoan, ({ minor, basisPoints, months }) => {
      const effectiveRatePercent = (basisPoints / 100).toFixed(2)
      const { apr } = loanApr({ principal: money(minor, 'EUR'), effectiveRatePercent, months })
      expect(apr.status).toBe('ok')
      // Each month's interest and the instalment are rounded to the cent: that much the rate may differ.
      expect(Math.abs((apr.exact ?? 0) - basisPoints / 100)).toBeLessThan(0.005)
    }),
  )
})

test('never falls when a fee rises', () => {
  const fees = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }))
  fc.assert(
    fc.property(anyLoan, fees, ({ minor, basisPoints, months }, [low, more]) => {
      const terms = { principal: money(minor, 'EUR'), nominalRatePercent: (basisPoints / 100).toFixed(2), months }
      const cheap = loanApr({ ...terms, originationFee: money(low, 'EUR') })
      const dear = loanApr({ ...terms, originationFee: money(low + more, 'EUR') })
      expect(dear.apr.exact ?? 0).toBeGreaterThanOrEqual(cheap.apr.exact ?? 0)
      expect(dear.totalCost.minor - cheap.totalCost.minor).toBe(more)
    }),
  )
})

test('shows principal, interest and fees as one amount, and says why', () => {
  const terms = { principal: eur('10000'), nominalRatePercent: '5.99', months: 48 }
  const { apr, totalCost, totalAmount, schedule, explanation } = loanApr({ ...terms, originationFee: eur('200') })
  expect(totalCost.minor).toBe(schedule.totalInterest.minor + 20_000)
  expect(totalAmount.minor).toBe(totalCost.minor + 1_000_000)
  expect(explanation.ruleIds).toContain('eu.ccd2.apr')
  expect(explanation.steps.at(-1)?.value).toBe(`${apr.rounded?.toFixed()} %`)
  expect(explanation.inputs.fees).toBe('200.00 EUR')
})

test('cites the text of the day the contract was concluded', () => {
  const terms = { principal: eur('10000'), nominalRatePercent: '5.99', months: 48 }
  expect(loanApr({ ...terms, concluded: '2026-11-19' }).explanation.ruleIds).toContain('eu.ccd1.apr')
  expect(loanApr({ ...terms, concluded: '2026-11-20' }).explanation.ruleIds).toContain('eu.ccd2.apr')
})

test('counts a charge that comes with every payment', () => {
  const terms = { principal: eur('10000'), nominalRatePercent: '5.99', months: 48 }
  const { apr, totalCost, schedule } = loanApr({ ...terms, monthlyFee: eur('2.50') })
  expect(toDecimalString(totalCost)).toBe(toDecimalString(money(schedule.totalInterest.minor + 12_000, 'EUR')))
  expect(apr.exact ?? 0).toBeGreaterThan(loanApr(terms).apr.exact ?? 0)
})

test('rounds to one decimal outside Germany', () => {
  const terms = { principal: eur('10000'), nominalRatePercent: '5.99', months: 48 }
  expect(loanApr(terms).apr.rounded?.decimalPlaces()).toBe(2)
  expect(loanApr({ ...terms, jurisdiction: 'EU' }).apr.rounded?.decimalPlaces()).toBeLessThanOrEqual(1)
})

test('refuses negative fees and fees in another currency', () => {
  const terms = { principal: eur('10000'), nominalRatePercent: '5.99', months: 48 }
  expect(() => loanApr({ ...terms, originationFee: eur('-1') })).toThrow(/originationFee/)
  expect(() => loanApr({ ...terms, monthlyFee: parseMoney('1', 'CHF') })).toThrow(/monthlyFee/)
})
