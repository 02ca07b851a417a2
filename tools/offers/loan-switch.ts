/**
 * Leaving one loan for another: what may be asked for going early, and from when it pays.
 *
 * @module
 */
import { type EarlyRepaymentCap, earlyRepaymentCap } from '../credit/early-repayment.ts'
import { loanSchedule } from '../credit/schedule.ts'
import { add, type Currency, type Money, parseMoney, subtract } from '../shared/money.ts'
import type { LoanContract } from './contract.ts'
import type { LoanFigures } from './loan-figures.ts'

/** What paying a loan off early may cost: the cap of § 502 BGB on the amount repaid, at most what is still owed. */
export function payOff(
  current: LoanContract,
  amount: Money,
): { readonly compensation: Money; readonly cap: EarlyRepaymentCap } {
  const balance = parseMoney(current.loan.balance, current.currency as Currency, 'balance')
  const repaidAmount = amount.minor < balance.minor ? amount : balance
  const schedule = loanSchedule({
    principal: repaidAmount,
    nominalRatePercent: current.loan.nominalRatePercent,
    months: current.loan.remainingMonths,
  })
  const cap = earlyRepaymentCap({
    repaidAmount,
    remainingMonths: current.loan.remainingMonths,
    residualInterest: schedule.totalInterest,
    rateType: current.loan.rateType,
    fromMandatoryInsurance: false,
    contractInfoInsufficient: false,
    overdraft: false,
    concluded: current.startedOn,
  })
  return { compensation: cap.maxCompensation, cap }
}

/**
 * The first month in which having switched leaves the customer better off: paid so far plus still owed is lower.
 * Counting what is owed keeps a longer term from looking like a saving. Null when that never comes.
 */
export function breakEvenMonth(stay: LoanFigures, offer: LoanFigures, compensation: Money): number | null {
  const months = Math.max(stay.rows.length, offer.rows.length)
  for (let month = 1; month <= months; month++) {
    const { staying, switching } = standing(stay, offer, compensation, month)
    if (switching.minor < staying.minor) return month
  }
  return null
}

/** What is paid and still owed after a month, without and with the switch and its fees. */
export function standing(
  stay: LoanFigures,
  offer: LoanFigures,
  compensation: Money,
  month: number,
): { readonly staying: Money; readonly switching: Money } {
  const upfront = add(subtract(offer.total, paidBy(offer, offer.rows.length)), compensation)
  return {
    staying: add(paidBy(stay, month), owedAfter(stay, month)),
    switching: add(upfront, paidBy(offer, month), owedAfter(offer, month)),
  }
}

function paidBy(loan: LoanFigures, month: number): Money {
  const payments = loan.rows.slice(0, month).map((row) => row.payment)
  return add(subtract(loan.total, loan.total), ...payments)
}

function owedAfter(loan: LoanFigures, month: number): Money {
  return loan.rows[month - 1]?.balance ?? subtract(loan.total, loan.total)
}
