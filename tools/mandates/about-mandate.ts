/**
 * Whose contract or claim a mandate is about, and its currency.
 *
 * @module
 */
import type { DebtLedger } from '../debts/debt-ledger.ts'
import type { ContractBook, CustomerBook } from '../offers/contract.ts'
import type { Mandate } from './mandate.ts'

export async function aboutMandate(
  { subject, customerId }: Pick<Mandate, 'subject' | 'customerId'>,
  books: { readonly contracts: ContractBook; readonly debts: DebtLedger; readonly customers: CustomerBook },
): Promise<{ readonly currency: string; readonly about: string | null }> {
  const contracts = await books.contracts.contracts(customerId)
  const debts = await books.debts.debts(customerId)
  const record = [...contracts, ...debts].find(({ id }) => id === subject?.id)
  const about = record === undefined ? null : 'creditor' in record ? record.creditor.name : record.provider.name
  const currency = record?.currency ?? (await books.customers.customer(customerId))?.currency ?? 'EUR'
  return { currency, about }
}
