import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costReduction, residualInterest } from '../../../tools/credit/cost-reduction.ts'
import { type EarlyRepayment, earlyRepaymentCap } from '../../../tools/credit/early-repayment.ts'
import { loanSchedule } from '../../../tools/credit/schedule.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const repayment: EarlyRepayment = {
  repaidAmount: eur('5000'),
  remainingMonths: 24,
  residualInterest: eur('412'),
  rateType: 'fixed',
  fromMandatoryInsurance: false,
  contractInfoInsufficient: false,
  overdraft: false,
}
const capOf = (change: Partial<EarlyRepayment>) =>
  toDecimalString(earlyRepaymentCap({ ...repayment, ...change }).maxCompensation)

test('caps at one percent, and at half a percent in the last twelve months', () => {
  expect(capOf({})).toBe('50.00')
  expect(capOf({ remainingMonths: 13 })).toBe('50.00')
  expect(capOf({ remainingMonths: 12 })).toBe('25.00')
})

test('caps at the interest that was still to come', () => {
  expect(capOf({ residualInterest: eur('12.34') })).toBe('12.34')
})

test('allows nothing in each of the cases the law excludes', () => {
  expect(capOf({ rateType: 'variable' })).toBe('0.00')
  expect(capOf({ fromMandatoryInsurance: true })).toBe('0.00')
  expect(capOf({ contractInfoInsufficient: true })).toBe('0.00')
  expect(capOf({ overdraft: true })).toBe('0.00')
  expect(capOf({ instalmentsOnlySeller: true })).toBe('0.00')
})

test('asks for the calculation whenever something may be claimed', () => {
  expect(earlyRepaymentCap(repayment).askForCalculation).toBe(true)
  expect(earlyRepaymentCap({ ...repayment, overdraft: true }).askForCalculation).toBe(false)
})

test('cites the wording of the day the contract was concluded', () => {
  const ruleOf = (concluded: string) => earlyRepaymentCap({ ...repayment, concluded }).explanation.ruleIds
  expect(ruleOf('2026-11-19')).toEqual(['de.bgb.502.2010'])
  expect(ruleOf('2026-11-20')).toEqual(['de.bgb.502.2026'])
  expect(() => ruleOf('2009-01-01')).toThrow(/concluded/)
})

test('refuses amounts and months out of range', () => {
  expect(() => capOf({ repaidAmount: eur('0') })).toThrow(/repaidAmount/)
  expect(() => capOf({ remainingMonths: -1 })).toThrow(/remainingMonths/)
  expect(() => capOf({ residualInterest: eur('-1') })).toThrow(/residualInterest/)
})

const schedule = loanSchedule({ principal: eur('10000'), nominalRatePercent: '8', months: 48 })

test('reduces costs by time or by the interest still to come', () => {
  const cost = eur('480')
  expect(costReduction({ cost, schedule, monthsPaid: 12, method: 'linear' })).toEqual(eur('360'))
  const weighted = costReduction({ cost, schedule, monthsPaid: 12, method: 'interest-weighted' })
  expect(weighted.minor).toBeLessThan(36_000)
})

test('reduces by all of the cost at the start and by nothing at the end', () => {
  const method = fc.constantFrom('linear', 'interest-weighted')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), method, (minor, way) => {
      const cost = money(minor, 'EUR')
      expect(costReduction({ cost, schedule, monthsPaid: 0, method: way })).toEqual(cost)
      expect(costReduction({ cost, schedule, monthsPaid: 48, method: way }).minor).toBe(0)
    }),
  )
})

test('splits the interest of a schedule at any month', () => {
  for (let paid = 0; paid <= 48; paid++) {
    const before = schedule.rows.slice(0, paid).reduce((sum, { interest }) => sum + interest.minor, 0)
    expect(before + residualInterest(schedule, paid).minor).toBe(schedule.totalInterest.minor)
  }
})
