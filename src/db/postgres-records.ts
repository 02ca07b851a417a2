/**
 * What is on record about a customer: debts, contracts, quotes, and who they are.
 *
 * @module
 */
import type pg from 'pg'
import type { Debt } from '../../tools/debts/debt.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { Contract, ContractBook, Customer, CustomerBook, Offer, OfferBook } from '../../tools/offers/contract.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { recordStatement, type StatementTable } from './statements.ts'
import { inTransaction } from './transaction.ts'

/** A quote that the customer adds by hand. */
export interface QuoteBook {
  /**
   * Adds or renews a quote; the newest `asOf` is current.
   *
   * @throws ParleyError NOT_FOUND (no such customer), CONFLICT (a newer one, or another of the same day, is on record)
   */
  addOffer(customerId: string, offer: Offer): Promise<void>
}

/** Records come back as they were stored: checked when they were imported, in the shape of the import. */
export function postgresRecords(
  pool: pg.Pool,
  clock: Clock,
): DebtLedger & ContractBook & OfferBook & CustomerBook & QuoteBook {
  async function current<T>(table: StatementTable, customerId: string): Promise<readonly T[]> {
    const { rows } = await pool.query<{ record: T }>(
      `select record from ${table} where customer_id = $1 and is_current order by id collate "C"`,
      [customerId],
    )
    return rows.map((row) => row.record)
  }

  async function one<T>(table: StatementTable, customerId: string, id: string): Promise<T | null> {
    const { rows } = await pool.query<{ record: T }>(
      `select record from ${table} where customer_id = $1 and id = $2 and is_current`,
      [customerId, id],
    )
    return rows[0]?.record ?? null
  }

  return {
    debts: (customerId) => current<Debt>('debts', customerId),
    debt: (customerId, debtId) => one<Debt>('debts', customerId, debtId),
    contracts: (customerId) => current<Contract>('contracts', customerId),
    contract: (customerId, contractId) => one<Contract>('contracts', customerId, contractId),
    offers: (customerId) => current<Offer>('offers', customerId),

    async customer(id) {
      const { rows } = await pool.query<{ record: Customer }>('select record from customers where id = $1', [id])
      return rows[0]?.record ?? null
    },

    addOffer: (customerId, offer) =>
      inTransaction(pool, async (client) => {
        const locked = await client.query('select from customers where id = $1 for update', [customerId])
        if (locked.rowCount === 0) throw new ParleyError('NOT_FOUND', `There is no customer ${customerId}.`)
        const change = await recordStatement(client, 'offers', { customerId, record: offer, at: clock.now() })
        if (change === 'older' || change === 'contradicts') {
          throw new ParleyError(
            'CONFLICT',
            `Offer ${offer.id} is on record with ${change === 'older' ? 'a newer' : 'other terms of the same'} day; give it a newer asOf.`,
          )
        }
      }),
  }
}
