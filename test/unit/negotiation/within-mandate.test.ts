import { describe, expect, it } from 'vitest'
import type { Limits, Need } from '../../../tools/mandates/mandate.ts'
import { withinMandate } from '../../../tools/negotiation/within-mandate.ts'
import type { DealTerms, InsuranceTerms, LoanTerms } from '../../../tools/offers/terms.ts'

const loan: LoanTerms = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '8000.00',
  nominalRatePercent: '7.50',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '1.0',
}
const policy: InsuranceTerms = {
  kind: 'insurance-household',
  currency: 'EUR',
  annualPremium: '150.00',
  paymentFrequency: 'yearly',
  deductible: '150.00',
  sumInsured: '52000.00',
  noticeMonths: 1,
  coverage: { bicycleTheft: 'covered', glass: 'partly', flood: 'unknown' },
}

function codes(need: Need, limits: Limits, terms: DealTerms): readonly string[] {
  const verdict = withinMandate({ need, limits }, terms)
  return verdict.kind === 'within' ? [] : verdict.reasons.map(({ code }) => code)
}

describe('the wall of a mandate', () => {
  it('lets terms pass that meet every limit exactly', () => {
    const limits: Limits = {
      amount: '8000',
      maxNominalRatePercent: '7.5',
      maxTermMonths: 36,
      minTermMonths: 36,
      maxFee: '0',
    }
    expect(codes('refinance-loan', limits, loan)).toEqual([])
  })

  it.each<[string, Limits, Partial<LoanTerms>, string]>([
    ['a nominal rate a hundredth too high', { maxNominalRatePercent: '7.49' }, {}, 'NOMINAL_RATE_TOO_HIGH'],
    [
      'a rate made dear by its fee',
      { maxEffectiveRatePercent: '8.00' },
      { originationFee: '200.00' },
      'EFFECTIVE_RATE_TOO_HIGH',
    ],
    [
      'a stated effective rate above the computed one',
      { maxEffectiveRatePercent: '8.00' },
      { effectiveRatePercent: '8.01' },
      'EFFECTIVE_RATE_TOO_HIGH',
    ],
    ['a term a month too long', { maxTermMonths: 35 }, {}, 'TERM_TOO_LONG'],
    ['a term a month too short', { minTermMonths: 37 }, {}, 'TERM_TOO_SHORT'],
    ['another amount', { amount: '8000.01' }, {}, 'OTHER_AMOUNT'],
    ['a fee', { maxFee: '0.00' }, { originationFee: '0.01' }, 'FEE_TOO_HIGH'],
    ['an instalment that hides a cost', { maxMonthly: '250.00' }, { instalment: '250.01' }, 'MONTHLY_TOO_HIGH'],
    ['a stated total that hides a cost', { maxTotal: '9000.00' }, { instalment: '260.00' }, 'TOTAL_TOO_HIGH'],
    ['another currency', {}, { currency: 'CHF' }, 'OTHER_CURRENCY'],
  ])('keeps out %s', (_, limits, change, code) => {
    expect(codes('refinance-loan', limits, { ...loan, ...change })).toContain(code)
  })

  it.each<[string, Limits, string]>([
    ['a premium a cent too high', { maxAnnualPremium: '149.99' }, 'PREMIUM_TOO_HIGH'],
    ['a month that costs too much', { maxMonthly: '12.49' }, 'MONTHLY_TOO_HIGH'],
    ['a higher deductible', { maxDeductible: '149.99' }, 'DEDUCTIBLE_TOO_HIGH'],
    ['a lower sum', { minSumInsured: '52000.01' }, 'SUM_INSURED_TOO_LOW'],
    ['a required cover that is only partly there', { requiredCoverage: ['glass'] }, 'COVER_MISSING'],
    ['a required cover nobody speaks of', { requiredCoverage: ['elementaryPerils'] }, 'COVER_MISSING'],
    ['a cover that is less than wanted', { coverage: { flood: 'partly' } }, 'COVER_MISSING'],
    ['another insurance', { insuranceKind: 'insurance-car' }, 'OTHER_KIND'],
  ])('keeps out %s', (_, limits, code) => {
    expect(codes('insurance', limits, policy)).toContain(code)
  })

  it('keeps out what nobody delegated', () => {
    expect(codes('insurance', {}, loan)).toEqual(['OTHER_KIND'])
    expect(codes('savings', {}, loan)).toEqual(['OTHER_KIND'])
  })

  it('keeps out a plan whose instalments leave a rest, and one that charges for time beyond the limit', () => {
    const plan = {
      kind: 'instalment-plan',
      currency: 'EUR',
      amount: '400.00',
      months: 4,
      monthly: '100.00',
      fee: '0.00',
    } as const
    expect(codes('instalment-plan', { amount: '400.00' }, { ...plan, monthly: '99.99' })).toEqual(['PLAN_DOES_NOT_PAY'])
    expect(codes('instalment-plan', { maxTotal: '400.00' }, { ...plan, fee: '0.01' })).toEqual(['TOTAL_TOO_HIGH'])
    expect(codes('instalment-plan', { maxTotal: '400.00' }, { ...plan, months: 3, monthly: '133.34' })).toEqual([])
  })

  it('keeps out a settlement of another claim or above the claim', () => {
    const settlement = {
      kind: 'settlement',
      currency: 'EUR',
      claim: '400.00',
      amount: '400.01',
      payWithinDays: 14,
    } as const
    expect(codes('settlement', { amount: '400.00' }, settlement)).toEqual(['TOTAL_TOO_HIGH'])
    expect(codes('settlement', { amount: '410.00' }, { ...settlement, amount: '1.00' })).toEqual(['OTHER_AMOUNT'])
  })

  it('keeps out a savings rate below and an overdraft rate above the limit', () => {
    const savings = {
      kind: 'savings',
      currency: 'EUR',
      balance: '100.00',
      nominalRatePercent: '1.99',
      creditsPerYear: 1,
      guaranteedMonths: 0,
    } as const
    const overdraft = {
      kind: 'overdraft',
      currency: 'EUR',
      limit: '2000.00',
      nominalRatePercent: '10.00',
      settlementsPerYear: 4,
    } as const
    expect(codes('savings', { minRatePercent: '2.00' }, savings)).toEqual(['RATE_TOO_LOW'])
    expect(codes('overdraft', { maxEffectiveRatePercent: '10.37' }, overdraft)).toEqual(['EFFECTIVE_RATE_TOO_HIGH'])
    expect(codes('overdraft', { maxEffectiveRatePercent: '10.38' }, overdraft)).toEqual([])
  })

  it('says which limit was broken without saying what it is', () => {
    const verdict = withinMandate({ need: 'refinance-loan', limits: { maxNominalRatePercent: '6.1234' } }, loan)
    expect(JSON.stringify(verdict)).not.toContain('6.1234')
  })
})
