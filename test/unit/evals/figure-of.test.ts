/**
 * The customer's limit as the figure of a plot.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { reservationOf } from '../../../evals/report/figure-of.ts'

describe('our limit in a plot', () => {
  it('is the rate at which a loan costs the most in total that is allowed', () => {
    // 10,000 over 36 months at 8 % nominal costs 313.36 a month.
    const limits = { amount: '10000.00', maxTermMonths: 36, maxTotal: '11281.10' }
    expect(reservationOf('instalment-loan', limits)).toBeCloseTo(8, 2)
  })

  it('is the strictest where a loan has several', () => {
    const limits = { amount: '10000.00', maxTermMonths: 36, maxTotal: '11281.10', maxMonthly: '310.00' }
    expect(reservationOf('instalment-loan', limits)).toBeLessThan(8)
    expect(reservationOf('instalment-loan', { ...limits, maxNominalRatePercent: '5.5' })).toBe(5.5)
  })

  it('takes an effective rate for its nominal one', () => {
    expect(reservationOf('instalment-loan', { maxEffectiveRatePercent: '8.3' })).toBeCloseTo(8.0, 1)
  })

  it('is the premium of a year, also where a month was named', () => {
    expect(reservationOf('insurance-household', { maxMonthly: '15.00' })).toBe(180)
    expect(reservationOf('insurance-household', { maxMonthly: '15.00', maxAnnualPremium: '150.00' })).toBe(150)
  })

  it('is missing where none was named', () => {
    expect(reservationOf('instalment-loan', {})).toBeNull()
    expect(reservationOf('savings', {})).toBeNull()
  })
})
