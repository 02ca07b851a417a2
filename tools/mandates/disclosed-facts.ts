/**
 * What a counterparty is told of the customer: the fields the mandate allows, and of those only what is on record.
 *
 * @module
 */
import type { Debt } from '../debts/debt.ts'
import type { DisclosedFacts } from '../negotiation/counterparty.ts'
import type { Contract, Customer, Offer } from '../offers/contract.ts'
import { presentContract } from '../offers/present.ts'
import { DISCLOSABLE, type Disclosable } from './mandate.ts'

/** The records a disclosure may draw on. */
export interface DisclosureRecords {
  readonly customer: Customer
  readonly contract: Contract | null
  readonly debt: Debt | null
  /** The customer's own quotes of the kind negotiated. */
  readonly offers: readonly Offer[]
}

/** @param year the present year, for the age band */
export function disclosedFacts(
  allowed: readonly Disclosable[],
  records: DisclosureRecords,
  year: number,
): DisclosedFacts {
  const facts: Partial<Record<Disclosable, unknown>> = {}
  for (const field of DISCLOSABLE) {
    if (!allowed.includes(field)) continue
    const value = FIELDS[field](records, year)
    if (value !== undefined) facts[field] = value
  }
  return facts
}

const FIELDS: Record<Disclosable, (records: DisclosureRecords, year: number) => unknown> = {
  'age-band': ({ customer }, year) => (customer.birthYear === undefined ? undefined : band(year - customer.birthYear)),
  'net-monthly-income': ({ customer }) =>
    customer.netMonthlyIncome === undefined
      ? undefined
      : { amount: customer.netMonthlyIncome, currency: customer.currency },
  'contract-terms': ({ contract }) => (contract === null ? undefined : presentContract(contract)),
  'living-area': ({ contract }) =>
    contract !== null && 'insurance' in contract ? contract.insurance.livingAreaSquareMetres : undefined,
  'no-claims-class': ({ contract }) =>
    contract !== null && 'insurance' in contract ? contract.insurance.noClaimsClass : undefined,
  'debt-reference': ({ debt }) => debt?.reference,
  // Without the provider's name: a competitor's price is told, not who made it.
  'verified-offers': ({ offers }) =>
    offers.length === 0 ? undefined : offers.map(({ kind, validUntil }) => ({ kind, validUntil })),
}

/** Ten years at a time: nobody needs the year of birth to quote. */
function band(age: number): string {
  const from = Math.floor(age / 10) * 10
  return `${from}-${from + 9}`
}
