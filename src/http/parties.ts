/**
 * Names of counterparties for showing: from the customer's own records first, then from the registry.
 *
 * @module
 */
import type { Door } from './door.ts'

export interface Party {
  readonly name: string
  /** Whether a program plays them; null while nobody can say. */
  readonly synthetic: boolean | null
}

/** A look-up for one customer's page; it reads the records once. */
export async function partiesOf(door: Door, customerId: string): Promise<(id: string) => Promise<Party>> {
  const [debts, contracts, offers] = await Promise.all([
    door.records.debts(customerId),
    door.records.contracts(customerId),
    door.records.offers(customerId),
  ])
  const named = [...debts.map((d) => d.creditor), ...contracts.map((c) => c.provider), ...offers.map((o) => o.provider)]
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return async (id) => {
    const known = await door.counterparties.get(id).catch(() => null) // what was agreed is shown with the market away
    return { name: names.get(id) ?? known?.name ?? id, synthetic: known?.synthetic ?? null }
  }
}
