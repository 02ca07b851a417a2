/**
 * Whom a mandate allows to contact, and what they may be told.
 *
 * @module
 */
import type { Disclosable, Need } from '../../tools/mandates/mandate.ts'
import { insuranceQuote, loanQuote } from '../../tools/offers/candidate.ts'
import type { Offer } from '../../tools/offers/contract.ts'
import { KINDS_OF_ROLE, roleDealingIn } from '../../tools/offers/deal-kinds.ts'
import { presentContract } from '../../tools/offers/present.ts'
import type { DealKind, DealTerms } from '../../tools/offers/terms.ts'
import { InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import type { HttpRegistry, NamedParty } from '../channels/registry.ts'
import type { SubjectRecords } from './subject-records.ts'

/** Those a customer's records name for this kind of deal: the present provider, the creditor, who made a quote. */
export function namedParties({ kind, contract, debt, quotes }: SubjectRecords): readonly NamedParty[] {
  const role = roleDealingIn(kind)
  const parties = new Map<string, NamedParty>()
  for (const offer of quotes) parties.set(offer.provider.id, { ...offer.provider, role, ...quoteOf(offer) })
  if (contract !== null)
    parties.set(contract.provider.id, { ...contract.provider, role, quote: presentContract(contract) })
  if (debt !== null) parties.set(debt.creditor.id, { ...debt.creditor, role })
  return [...parties.values()]
}

/** Claims are for the creditor alone, an overdraft for the bank of the account; for the rest the whole market is asked. */
const ONLY_NAMED: readonly DealKind[] = [...KINDS_OF_ROLE.creditor, 'overdraft']

/**
 * Counterparties for a mandate, the named ones first, in a stable order. Nobody is contacted for this.
 *
 * @throws InvalidInput when the customer chose somebody who is not connected; ParleyError MANDATE_INVALID when nobody deals in it
 */
export async function whomToAsk(
  registry: HttpRegistry,
  records: SubjectRecords,
  chosen: readonly string[] | undefined,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const parties = new Map<string, { readonly id: string; readonly name: string }>()
  for (const { id, name } of namedParties(records)) {
    const known = registry.playsAnybody || (await registry.get(id))?.kinds.includes(records.kind) === true
    if (known) parties.set(id, { id, name })
  }
  if (chosen !== undefined || !ONLY_NAMED.includes(records.kind)) {
    for (const { id, name } of await registry.dealingIn(records.kind))
      if (!parties.has(id)) parties.set(id, { id, name })
  }
  if (chosen !== undefined) {
    const unknown = chosen.filter((id) => !parties.has(id))
    if (unknown.length > 0) {
      throw new InvalidInput([{ path: 'counterparties', reason: `${unknown.join(', ')}: not connected for this` }])
    }
  }
  const asked = [...parties.values()].filter(({ id }) => chosen === undefined || chosen.includes(id))
  if (asked.length === 0) throw new ParleyError('MANDATE_INVALID', `Nobody that is connected deals in ${records.kind}.`)
  return asked
}

/** Names by id: as the customer's records have them, else as the registry does. */
export async function namesOf(
  registry: Pick<HttpRegistry, 'get'>,
  records: SubjectRecords,
  ids: readonly string[],
): Promise<readonly string[]> {
  const named = new Map(namedParties(records).map(({ id, name }) => [id, name]))
  return Promise.all(ids.map(async (id) => named.get(id) ?? (await registry.get(id))?.name ?? id))
}

/** What a counterparty needs to make an offer at all, and nothing beside. */
const NEEDED: Readonly<Record<Need, readonly Disclosable[]>> = {
  'refinance-loan': ['age-band', 'net-monthly-income', 'contract-terms'],
  'new-loan': ['age-band', 'net-monthly-income'],
  insurance: ['contract-terms', 'living-area', 'no-claims-class'],
  'instalment-plan': ['debt-reference', 'net-monthly-income'],
  settlement: ['debt-reference'],
  'fee-waiver': ['debt-reference'],
  overdraft: ['contract-terms'],
  savings: [],
}

/** The fields needed for this, as far as the records hold them. */
export function disclosuresFor(need: Need, { customer, contract, debt }: SubjectRecords): readonly Disclosable[] {
  const insurance = contract !== null && 'insurance' in contract ? contract.insurance : null
  const absent: readonly (Disclosable | null)[] = [
    customer.birthYear === undefined ? 'age-band' : null,
    customer.netMonthlyIncome === undefined ? 'net-monthly-income' : null,
    contract === null ? 'contract-terms' : null,
    insurance?.livingAreaSquareMetres === undefined ? 'living-area' : null,
    insurance?.noClaimsClass === undefined ? 'no-claims-class' : null,
    debt?.reference === undefined ? 'debt-reference' : null,
  ]
  return NEEDED[need].filter((field) => !absent.includes(field))
}

function quoteOf(offer: Offer): { readonly quote?: DealTerms } {
  if (offer.kind === 'instalment-loan') return { quote: loanQuote(offer).terms }
  if ('insurance' in offer) return { quote: insuranceQuote(offer).terms }
  return {} // a rate alone, without limit or balance, is no complete set of terms
}
