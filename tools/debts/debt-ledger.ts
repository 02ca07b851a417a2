/**
 * What a customer owes, as last confirmed by each creditor.
 *
 * @module
 */
import type { Debt } from './debt.ts'

export interface DebtLedger {
  /** Every debt on record, newest statement of each, also those at zero. */
  debts(customerId: string): Promise<readonly Debt[]>
  debt(customerId: string, debtId: string): Promise<Debt | null>
}
