/**
 * A loan's schedule to the cent, month by month, as a lender books it.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Fault } from '../shared/errors.ts'
import { type Currency, money } from '../shared/money.ts'
import { instalmentOf } from './annuity.ts'
import { cents } from './cents.ts'
import type { LoanTerms, Repayment, Schedule, ScheduleRow } from './loan.ts'
import { likewise, loanRate, MAX_MONTHS, notNegative, positive, refuse, whole } from './ranges.ts'
import { explainSchedule } from './schedule-explanation.ts'
import { monthlyRateFrom } from './special-loans.ts'

/** The schedule of a loan. @throws InvalidInput for terms out of range */
export function loanSchedule(terms: LoanTerms): Schedule {
  const { principal, months, repayment = { kind: 'annuity' } } = terms
  refuse(positive('principal', principal), whole('months', months, 1, MAX_MONTHS), ...faultsOf(repayment, terms))
  const { currency } = principal
  const rows: ScheduleRow[] = []
  let rate = monthlyRateFrom(terms)
  let balance = principal.minor
  const book = (payment: (interest: number) => number) => {
    const interest = cents(new Decimal(balance).times(rate))
    const paid = Math.min(payment(interest), balance + interest)
    balance += interest - paid
    rows.push(row(currency, { month: rows.length + 1, paid, interest, balance }))
  }

  if (repayment.kind === 'deferred') for (let k = 0; k < repayment.deferralMonths; k++) book(() => 0)
  let instalment = firstInstalment(balance, rate, months, repayment)
  for (let k = 1; k <= months; k++) {
    if (repayment.kind === 'two-rate' && k === repayment.monthsAtFirstRate + 1) {
      rate = monthlyRateFrom({ nominalRatePercent: repayment.secondNominalRatePercent })
      instalment = cents(instalmentOf(new Decimal(balance), rate, months - repayment.monthsAtFirstRate))
    }
    if (k === months) book((interest) => balance + interest)
    else book((interest) => (repayment.kind === 'interest-only' ? interest : instalment))
  }
  return summary(terms, rows)
}

function firstInstalment(balance: number, rate: Decimal, months: number, repayment: Repayment): number {
  const owed = new Decimal(balance)
  if (repayment.kind !== 'balloon') return cents(instalmentOf(owed, rate, months))
  const later = new Decimal(repayment.balloon.minor).dividedBy(rate.plus(1).pow(months))
  return cents(instalmentOf(owed.minus(later), rate, months))
}

function summary(terms: LoanTerms, rows: readonly ScheduleRow[]): Schedule {
  const { principal } = terms
  const { currency } = principal
  const totalInterest = money(
    rows.reduce((sum, { interest }) => sum + interest.minor, 0),
    currency,
  )
  const totalPaid = money(principal.minor + totalInterest.minor, currency)
  const instalment = rows.find(({ payment }) => payment.minor > 0)?.payment ?? money(0, currency)
  const lastInstalment = rows.at(-1)?.payment ?? instalment
  const figures = { rows, instalment, lastInstalment, totalPaid, totalInterest }
  return { ...figures, explanation: explainSchedule(terms, figures) }
}

function row(
  currency: Currency,
  { month, paid, interest, balance }: { month: number; paid: number; interest: number; balance: number },
): ScheduleRow {
  return {
    month,
    payment: money(paid, currency),
    interest: money(interest, currency),
    principal: money(paid - interest, currency),
    balance: money(balance, currency),
  }
}

function faultsOf(repayment: Repayment, { principal, months }: LoanTerms): readonly (Fault | null)[] {
  switch (repayment.kind) {
    case 'balloon': {
      const path = 'repayment.balloon'
      const tooHigh = repayment.balloon.minor > principal.minor
      return [
        notNegative(path, repayment.balloon),
        likewise(path, repayment.balloon, principal),
        tooHigh ? { path, reason: 'must not exceed the principal' } : null,
      ]
    }
    case 'deferred':
      return [whole('repayment.deferralMonths', repayment.deferralMonths, 1, MAX_MONTHS)]
    case 'two-rate':
      return [
        whole('months', months, 2, MAX_MONTHS),
        whole('repayment.monthsAtFirstRate', repayment.monthsAtFirstRate, 1, Math.max(1, months - 1)),
        loanRate('repayment.secondNominalRatePercent', repayment.secondNominalRatePercent),
      ]
    default:
      return []
  }
}
