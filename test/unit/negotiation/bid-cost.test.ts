import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bidCost, moneyCost } from '../../../tools/negotiation/bid-cost.ts'
import { leverFor } from '../../../tools/negotiation/lever-for.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'

const loan: LoanTerms = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '8036.12',
  nominalRatePercent: '11.99',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
}

describe('the cost of a bid', () => {
  it('is all payments of a loan with its fee', () => {
    expect(moneyCost(loan).toFixed(2)).toBe('9607.53')
    expect(moneyCost({ ...loan, originationFee: '80.00' }).toFixed(2)).toBe('9687.53')
  })

  it('counts a stated instalment that is higher than the rate explains', () => {
    expect(moneyCost({ ...loan, instalment: '290.00' }).gt(moneyCost(loan))).toBe(true)
  })

  it('is a year of premium and what the deductible costs on average', () => {
    const policy = {
      kind: 'insurance-household',
      currency: 'EUR',
      annualPremium: '150.00',
      paymentFrequency: 'yearly',
      deductible: '100.00',
      sumInsured: '52000.00',
      noticeMonths: 1,
      coverage: {},
    } as const
    expect(moneyCost(policy).toFixed(2)).toBe('155.00')
  })

  it('is less than nothing where the bank pays', () => {
    const savings = {
      kind: 'savings',
      currency: 'EUR',
      balance: '1000.00',
      nominalRatePercent: '2.00',
      creditsPerYear: 1,
      guaranteedMonths: 0,
    } as const
    expect(moneyCost(savings).toFixed(2)).toBe('-20.00')
  })

  it('is infeasible with reasons outside the limits', () => {
    const bid = bidCost('refinance-loan', { maxNominalRatePercent: '9.00' }, loan)
    expect(bid).toMatchObject({ kind: 'infeasible', reasons: [{ code: 'NOMINAL_RATE_TOO_HIGH' }] })
  })

  it('rises along every lever', () => {
    const kind = fc.constantFrom(
      'instalment-loan' as const,
      'insurance-household' as const,
      'instalment-plan' as const,
      'settlement' as const,
      'fee-waiver' as const,
      'overdraft' as const,
      'savings' as const,
    )
    fc.assert(
      fc.property(kind, fc.nat(), fc.nat(), (dealKind, a, b) => {
        const limits = { amount: '1234.56', minSumInsured: '52000.00' }
        const lever = leverFor({ kind: dealKind, limits, current: null })
        const room = lever.end - lever.floor + 1
        const [low = 0, high = 0] = [a % room, b % room].sort((x, y) => x - y)
        const cost = (position: number) => moneyCost(lever.at(lever.floor + position))
        expect(cost(low).lte(cost(high))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
