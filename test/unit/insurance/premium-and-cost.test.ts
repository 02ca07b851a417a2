import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annualPremium, instalmentSurcharge } from '../../../tools/insurance/annual-premium.ts'
import { cheaper, expectedCost, type Risk } from '../../../tools/insurance/expected-cost.ts'
import { payout, waiverCondition } from '../../../tools/insurance/payout.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const euros = (text: string) => parseMoney(text, 'EUR')

test('a year costs all its instalments, the surcharge and the fee', () => {
  const { annual } = annualPremium({
    premium: euros('22.40'),
    frequency: 'quarterly',
    annualFee: euros('4.00'),
    surchargePercent: '5',
  })
  expect(toDecimalString(annual)).toBe('98.08')
  expect(instalmentSurcharge({ premium: euros('10.00'), frequency: 'monthly' }, euros('114.00'))).toEqual({
    extra: euros('6.00'),
    percent: '5.26',
  })
})

test('the deductible comes off after the proportional reduction unless the contract says before', () => {
  const loss = {
    loss: euros('10000'),
    sumInsured: euros('40000'),
    insuredValue: euros('50000'),
    deductible: euros('500'),
    waiver: 'not-waived',
  } as const
  expect(payout(loss).payout).toEqual(euros('7500'))
  expect(payout({ ...loss, deductibleOrder: 'before-reduction' }).payout).toEqual(euros('7600'))
  expect(payout(loss).explanation.ruleIds).toEqual(['de.vvg.75'])
})

test('the waiver needs the contract’s own rate for the living area', () => {
  expect(waiverCondition({ livingAreaM2: '82.5', sumInsured: euros('53624.99'), ratePerM2: euros('650') })).toEqual({
    met: false,
    requiredSum: euros('53625.00'),
  })
})

const risk = (loss: string, probability: string, cover: Risk['cover'] = 'covered'): Risk => ({
  loss: euros(loss),
  probability,
  deductible: euros('150'),
  limit: euros('10000'),
  cover,
})

test('names the worst case and the baseline without insurance beside the average', () => {
  const cost = expectedCost(euros('96.00'), [risk('400', '0.05'), risk('25000', '0.001')])
  expect(cost).toMatchObject({
    expectedUncovered: euros('22.65'),
    expectedTotal: euros('118.65'),
    worstCase: euros('15150'),
  })
  expect(cost.withoutInsurance).toEqual(euros('45.00'))
  expect(cost.low).toEqual(euros('107.33'))
  expect(cost.high).toEqual(euros('129.98'))
})

test('does not rank on a difference that the assumptions could turn', () => {
  const a = expectedCost(euros('100.00'), [risk('1000', '0.1', 'not')])
  const b = expectedCost(euros('110.00'), [risk('1000', '0.1', 'not')])
  const c = expectedCost(euros('900.00'), [risk('1000', '0.1', 'not')])
  expect(cheaper(a, b)).toBe('too-close')
  expect(cheaper(a, c)).toBe('first')
  expect(cheaper(c, a)).toBe('second')
})

test('bad input is refused by its path', () => {
  expect(() => annualPremium({ premium: money(-1, 'EUR'), frequency: 'monthly' })).toThrow(/premium/)
  expect(() => expectedCost(euros('1'), [risk('1', '1.5')])).toThrow(/risks\[0\]\.probability/)
  expect(() =>
    payout({
      loss: euros('1'),
      sumInsured: euros('1'),
      insuredValue: euros('0'),
      deductible: euros('0'),
      waiver: 'waived',
    }),
  ).toThrow(/insuredValue/)
  expect(() => waiverCondition({ livingAreaM2: 'big', sumInsured: euros('1'), ratePerM2: euros('1') })).toThrow(
    /livingAreaM2/,
  )
})

test('no insurer pays more than the loss or the sum insured', () => {
  const minor = fc.integer({ min: 1, max: 10_000_000 })
  fc.assert(
    fc.property(
      minor,
      minor,
      minor,
      fc.integer({ min: 0, max: 100_000 }),
      fc.constantFrom('waived', 'not-waived'),
      (loss, sum, value, off, waiver) => {
        const of = (cents: number) => money(cents, 'EUR')
        const paid = payout({
          loss: of(loss),
          sumInsured: of(sum),
          insuredValue: of(value),
          deductible: of(off),
          waiver,
        }).payout.minor
        expect(paid).toBeGreaterThanOrEqual(0)
        expect(paid).toBeLessThanOrEqual(Math.min(loss, sum))
      },
    ),
  )
})
