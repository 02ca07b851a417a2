/**
 * What the policy table asks about a customer, from the records of this moment.
 *
 * @module
 */
import type { CustomerFlag } from '../tools/commitments/approval-policy.ts'
import type { DebtLedger } from '../tools/debts/debt-ledger.ts'
import { knownDistress } from '../tools/debts/known-distress.ts'
import type { ContractBook, CustomerBook } from '../tools/offers/contract.ts'
import { type Clock, today } from '../tools/shared/clock.ts'

export function customerFlags({
  records,
  clock,
}: {
  readonly records: DebtLedger & ContractBook & CustomerBook
  readonly clock: Clock
}) {
  return async (customerId: string): Promise<readonly CustomerFlag[]> => {
    const [customer, debts, contracts] = [
      await records.customer(customerId),
      await records.debts(customerId),
      await records.contracts(customerId),
    ]
    return knownDistress({ customer, debts, contracts }, today(clock)).length > 0 ? ['financial-distress'] : []
  }
}
