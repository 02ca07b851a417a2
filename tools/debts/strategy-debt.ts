/**
 * A debt as a repayment plan needs it.
 *
 * @module
 */
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Money } from '../shared/money.ts'

export interface StrategyDebt {
  readonly id: string
  readonly balance: Money
  /** Percent a year. */
  readonly nominalPercent: string
  readonly minPayment: Money
}

/** @throws InvalidInput for no debts, doubled ids, mixed currencies, negative amounts or rates */
export function requireUsableDebts(debts: readonly StrategyDebt[], budget: Money): void {
  const faults: Fault[] = []
  if (debts.length === 0) faults.push({ path: 'debts', reason: 'must name at least one debt' })
  if (budget.minor < 0) faults.push({ path: 'monthlyBudget', reason: 'must not be negative' })
  debts.forEach(({ id, balance, nominalPercent, minPayment }, index) => {
    const path = `debts[${index}]`
    if (debts.findIndex((other) => other.id === id) !== index)
      faults.push({ path: `${path}.id`, reason: 'occurs twice' })
    if (balance.minor < 0) faults.push({ path: `${path}.balance`, reason: 'must not be negative' })
    if (minPayment.minor < 0) faults.push({ path: `${path}.minPayment`, reason: 'must not be negative' })
    if (!/^\d{1,3}(\.\d+)?$/.test(nominalPercent)) {
      faults.push({ path: `${path}.nominalPercent`, reason: 'must be percent a year such as "7.90", not negative' })
    }
    if (balance.currency !== budget.currency || minPayment.currency !== budget.currency) {
      faults.push({ path, reason: `must be in ${budget.currency} like the budget` })
    }
  })
  if (faults.length > 0) throw new InvalidInput(faults)
}
