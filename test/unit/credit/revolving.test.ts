import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentToFinishIn } from '../../../tools/credit/finish-in.ts'
import { minimumPayoff, type RevolvingCredit } from '../../../tools/credit/revolving.ts'
import { simulate } from '../../../tools/credit/revolving-run.ts'
import { money, parseMoney } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const card: RevolvingCredit = {
  balance: eur('1000'),
  nominalRatePercent: '18.99',
  minPercent: '2',
  minAmount: eur('15'),
  mode: 'balance_incl_interest',
}

test('pays off faster when the interest comes on top of the minimum', () => {
  const inclusive = minimumPayoff(card)
  const onTop = minimumPayoff({ ...card, mode: 'principal_plus_interest' })
  expect(inclusive).toMatchObject({ kind: 'paid-off', months: 164 })
  expect(onTop.kind === 'paid-off' ? onTop.months : 0).toBeLessThan(100)
})

test('never ends when the minimum does not exceed the interest', () => {
  const payoff = minimumPayoff({ ...card, nominalRatePercent: '30', minPercent: '1', minAmount: eur('5') })
  expect(payoff).toMatchObject({ kind: 'never', interest: eur('25'), payment: eur('10.25') })
})

test('never ends when it would take a thousand years', () => {
  const hopeless = { ...card, balance: eur('1000000'), minPercent: '0', minAmount: eur('0.01') }
  expect(minimumPayoff({ ...hopeless, mode: 'principal_plus_interest' }).kind).toBe('never')
})

test('says what to pay to be done in one, two and three years', () => {
  const { finishIn } = minimumPayoff(card)
  expect(finishIn.map(({ months }) => months)).toEqual([12, 24, 36])
  expect(finishIn[0]?.totalInterest.minor).toBeLessThan(finishIn[2]?.totalInterest.minor ?? 0)
})

test('finishes in time with the payment it names, and not with a cent less', () => {
  const cases = fc.record({
    minor: fc.integer({ min: 1, max: 2_000_000 }),
    basisPoints: fc.integer({ min: 0, max: 3000 }),
    months: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(cases, ({ minor, basisPoints, months }) => {
      const balance = money(minor, 'EUR')
      const nominalRatePercent = (basisPoints / 100).toFixed(2)
      const { payment } = paymentToFinishIn({ balance, nominalRatePercent, months })
      expect(simulate(balance, nominalRatePercent, () => payment.minor).months).toBeLessThanOrEqual(months)
      if (payment.minor === 1) return
      const less = simulate(balance, nominalRatePercent, () => payment.minor - 1)
      expect(less.stuck !== null || less.months > months).toBe(true)
    }),
  )
})

test('refuses a minimum above the whole balance in percent and negative amounts', () => {
  expect(() => minimumPayoff({ ...card, minPercent: '101' })).toThrow(/minPercent/)
  expect(() => minimumPayoff({ ...card, minAmount: eur('-1') })).toThrow(/minAmount/)
  expect(() => paymentToFinishIn({ balance: eur('1'), nominalRatePercent: '5', months: 0 })).toThrow(/months/)
})
