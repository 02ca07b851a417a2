/**
 * The signs of financial distress that a customer's records show. Worked out anew each time and kept nowhere.
 *
 * @module
 */
import type { Contract, Customer } from '../offers/contract.ts'
import type { Day } from '../shared/calendar.ts'
import { ParleyError } from '../shared/errors.ts'
import { add, type Currency, type Money, parseMoney, zero } from '../shared/money.ts'
import { attachmentAmounts } from './attachment-table.ts'
import type { Debt } from './debt.ts'
import { type DistressSign, type FinancialFacts, financialDistress } from './financial-distress.ts'

export interface FinancialRecords {
  readonly customer: Customer | null
  readonly debts: readonly Debt[]
  readonly contracts: readonly Contract[]
}

/** The signs; none where the records say too little. */
export function knownDistress(records: FinancialRecords, today: Day): readonly DistressSign[] {
  return financialDistress(knownFacts(records, today)).signs
}

/** What the rules ask for, as far as records hold it. */
export function knownFacts({ customer, debts, contracts }: FinancialRecords, today: Day): FinancialFacts {
  const open = debts.filter((debt) => Number(debt.open) > 0)
  const income =
    customer?.netMonthlyIncome === undefined
      ? null
      : parseMoney(customer.netMonthlyIncome, customer.currency as Currency, 'netMonthlyIncome')
  const free = income?.currency === 'EUR' ? freeAmount(today) : null
  const minimums = income === null ? null : monthlyBurden(open, contracts, income.currency, today)
  return {
    today,
    // Nobody can pay more a month than comes in, so income bounds a budget that no record names.
    ...(minimums === null || income === null ? {} : { minimums, monthlyBudget: income }),
    missedPayments: open.flatMap((debt) => missed(debt, today)),
    ...(income === null ? {} : { netMonthlyIncome: income }),
    ...(free === null ? {} : { freeAmount: free }),
    openClaims: open.some(({ dueDate }) => dueDate < today) ? 'some' : 'none',
  }
}

/** Days on which something was due that is still open: the debt's own, or the instalments that stayed unpaid. */
function missed({ dueDate, instalments }: Debt, today: Day): readonly Day[] {
  const past = instalments.filter(({ due }) => due < today).map(({ due }) => due)
  if (past.length > 0) return past
  return dueDate < today ? [dueDate] : []
}

/** What falls due in a month by contract; null when a currency does not fit, because a sum would be made up. */
function monthlyBurden(
  debts: readonly Debt[],
  contracts: readonly Contract[],
  currency: Currency,
  today: Day,
): Money | null {
  const loans = contracts.flatMap((contract) =>
    contract.kind === 'instalment-loan' ? [{ amount: contract.loan.instalment, currency: contract.currency }] : [],
  )
  const instalments = debts.flatMap((debt) => {
    const next = debt.instalments.find(({ due }) => due >= today)
    return next === undefined ? [] : [{ amount: next.amount, currency: debt.currency }]
  })
  const all = [...loans, ...instalments]
  if (all.some((part) => part.currency !== currency)) return null
  return add(zero(currency), ...all.map(({ amount }) => parseMoney(amount, currency, 'instalment')))
}

/** Without dependants: with them more is free, so an income below this is below it for certain. */
function freeAmount(today: Day): Money | null {
  try {
    return parseMoney(attachmentAmounts(today, 'month').base.toString(), 'EUR', 'freeAmount')
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'RATE_UNKNOWN') return null // not known, so no sign
    throw error
  }
}
