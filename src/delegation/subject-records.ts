/**
 * The records a mandate is about, found before anything is promised about them.
 *
 * @module
 */
import type { Debt } from '../../tools/debts/debt.ts'
import type { DelegationRequest } from '../../tools/mandates/delegations.ts'
import { kindOfNeed } from '../../tools/negotiation/kind-of-need.ts'
import type { Contract, Customer, Offer } from '../../tools/offers/contract.ts'
import { type DealKind, INSURANCE_KINDS } from '../../tools/offers/terms.ts'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import type { DelegationParts } from './delegation-parts.ts'

export interface SubjectRecords {
  readonly kind: DealKind
  readonly customer: Customer
  readonly contract: Contract | null
  readonly debt: Debt | null
  /** The customer's own quotes of this kind. */
  readonly quotes: readonly Offer[]
}

/** @throws InvalidInput when the subject is not on record or does not fit the need; ParleyError NOT_FOUND */
export async function subjectRecords(
  { records }: Pick<DelegationParts, 'records'>,
  { customerId, need, subject, limits }: Pick<DelegationRequest, 'customerId' | 'need' | 'subject' | 'limits'>,
): Promise<SubjectRecords> {
  const customer = await records.customer(customerId)
  if (customer === null) throw new ParleyError('NOT_FOUND', `There is no customer ${customerId}.`)
  const contract = subject?.type === 'contract' ? await records.contract(customerId, subject.id) : null
  const debt = subject?.type === 'debt' ? await records.debt(customerId, subject.id) : null
  if (subject !== null && contract === null && debt === null) {
    throw new InvalidInput([{ path: 'subject', reason: `must be a ${subject.type} of this customer on record` }])
  }
  const insured = INSURANCE_KINDS.find((insurance) => insurance === contract?.kind)
  const kind = kindOfNeed(need, insured === undefined ? limits : { ...limits, insuranceKind: insured })
  if (kind === null) throw new InvalidInput([{ path: 'limits.insuranceKind', reason: 'must say which insurance' }])
  const aboutDebt = need === 'instalment-plan' || need === 'settlement' || need === 'fee-waiver'
  if (aboutDebt && debt === null) throw new InvalidInput([{ path: 'subject', reason: 'must be a debt on record' }])
  if (contract !== null && contract.kind !== kind) {
    throw new InvalidInput([{ path: 'subject', reason: `must be a contract of the kind ${kind}` }])
  }
  if ((need === 'refinance-loan' || need === 'overdraft') && contract === null) {
    throw new InvalidInput([{ path: 'subject', reason: 'must be the contract on record' }])
  }
  const quotes = (await records.offers(customerId)).filter((offer) => offer.kind === kind)
  return { kind, customer, contract, debt, quotes }
}
