import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoanTerms, Repayment } from '../../../tools/credit/loan.ts'
import { loanSchedule } from '../../../tools/credit/schedule.ts'
import { money, parseMoney, toDecimalString } from '../../../tools/shared/money.ts'

const eur = (text: string) => parseMoney(text, 'EUR')
const loan = { principal: eur('12000'), nominalRatePercent: '6.49', months: 24 }

const anyLoan: fc.Arbitrary<LoanTerms> = fc
  .record({
    minor: fc.integer({ min: 100, max: 100_000_000 }),
    basisPoints: fc.integer({ min: 0, max: 4000 }),
    months: fc.integer({ min: 2, max: 360 }),
    share: fc.integer({ min: 0, max: 100 }),
    kind: fc.constantFrom('annuity', 'balloon', 'deferred', 'interest-only', 'two-rate'),
    rateKind: fc.constantFrom('nominal', 'effective'),
  })
  .map(({ minor, basisPoints, months, share, kind, rateKind }) => {
    const rate = (basisPoints / 100).toFixed(2)
    const forms: Record<string, Repayment> = {
      balloon: { kind: 'balloon', balloon: money(Math.floor((minor * share) / 100), 'EUR') },
      deferred: { kind: 'deferred', deferralMonths: 1 + (share % 24) },
      'interest-only': { kind: 'interest-only' },
      'two-rate': { kind: 'two-rate', monthsAtFirstRate: 1 + (share % (months - 1)), secondNominalRatePercent: '3.5' },
    }
    const terms = { principal: money(minor, 'EUR'), months, repayment: forms[kind] ?? { kind: 'annuity' as const } }
    return rateKind === 'nominal' ? { ...terms, nominalRatePercent: rate } : { ...terms, effectiveRatePercent: rate }
  })

test('conserves money to the cent, whatever the loan', () => {
  fc.assert(
    fc.property(anyLoan, (terms) => {
      const { rows, totalPaid, totalInterest } = loanSchedule(terms)
      const sum = (pick: 'payment' | 'interest' | 'principal') =>
        rows.reduce((total, row) => total + row[pick].minor, 0)
      expect(sum('principal')).toBe(terms.principal.minor)
      expect(sum('interest')).toBe(totalInterest.minor)
      expect(sum('payment')).toBe(totalPaid.minor)
      expect(rows.at(-1)?.balance.minor).toBe(0)
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1]?.balance.minor ?? terms.principal.minor
        expect(before + row.interest.minor - row.payment.minor).toBe(row.balance.minor)
        expect(row.balance.minor).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('pays the balloon with the last instalment', () => {
  const { instalment, lastInstalment } = loanSchedule({ ...loan, repayment: { kind: 'balloon', balloon: eur('4000') } })
  expect(instalment.minor).toBeLessThan(loanSchedule(loan).instalment.minor)
  expect(Math.abs(lastInstalment.minor - instalment.minor - 400_000)).toBeLessThan(24)
})

test('adds the interest of deferred months to the balance', () => {
  const { rows } = loanSchedule({ ...loan, repayment: { kind: 'deferred', deferralMonths: 3 } })
  expect(rows).toHaveLength(27)
  expect(rows.slice(0, 3).map(({ payment }) => payment.minor)).toEqual([0, 0, 0])
  expect(toDecimalString(rows[0]?.balance ?? eur('0'))).toBe('12064.90')
})

test('pays interest alone until the principal is due', () => {
  const { rows, lastInstalment } = loanSchedule({ ...loan, repayment: { kind: 'interest-only' } })
  expect(rows[22]?.balance).toEqual(loan.principal)
  expect(toDecimalString(lastInstalment)).toBe('12064.90')
})

test('computes the instalment anew when the rate changes', () => {
  const repayment = { kind: 'two-rate', monthsAtFirstRate: 12, secondNominalRatePercent: '9' } as const
  const { rows } = loanSchedule({ ...loan, repayment })
  expect(rows[12]?.payment.minor).toBeGreaterThan(rows[11]?.payment.minor ?? 0)
})

test('books a single payment and an amount smaller than its cents', () => {
  expect(loanSchedule({ ...loan, months: 1 }).rows).toHaveLength(1)
  const tiny = loanSchedule({ principal: eur('0.05'), nominalRatePercent: '5', months: 12 })
  expect(toDecimalString(tiny.totalPaid)).toBe('0.05')
})

test('refuses a repayment that does not fit the loan, by path', () => {
  const balloon = { kind: 'balloon', balloon: eur('12000.01') } as const
  expect(() => loanSchedule({ ...loan, repayment: balloon })).toThrow(/repayment\.balloon/)
  const deferred = { kind: 'deferred', deferralMonths: 0 } as const
  expect(() => loanSchedule({ ...loan, repayment: deferred })).toThrow(/repayment\.deferralMonths/)
  const twoRate = { kind: 'two-rate', monthsAtFirstRate: 24, secondNominalRatePercent: '2000' } as const
  expect(() => loanSchedule({ ...loan, repayment: twoRate })).toThrow(
    /repayment\.monthsAtFirstRate.*repayment\.secondNominalRatePercent/,
  )
})
