/**
 * What a task's negotiations brought, read from the ledgers and compared.
 *
 * @module
 */
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import { type Choice, chooseDeal, type HeldDeal } from '../../tools/negotiation/choose-deal.ts'
import type { CounterpartyRegistry } from '../../tools/negotiation/counterparty.ts'
import type { NegotiationLedger, Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { withinMandate } from '../../tools/negotiation/within-mandate.ts'
import type { Contract, ContractBook, CustomerBook, OfferBook } from '../../tools/offers/contract.ts'
import { presentContract, presentDebt } from '../../tools/offers/present.ts'
import { type Clock, dayOf, today } from '../../tools/shared/clock.ts'

export interface ConclusionParts {
  readonly negotiations: NegotiationLedger
  readonly records: CustomerBook & ContractBook & OfferBook & DebtLedger
  readonly registry: Pick<CounterpartyRegistry, 'get'>
  readonly clock: Clock
}

export interface ReadConclusion {
  readonly choice: Choice
  readonly contract: Contract | null
  /** Records the figures rest on, as they name their own source. */
  readonly sources: readonly string[]
}

export async function readConclusion(
  { negotiations, records, registry, clock }: ConclusionParts,
  task: Task,
  mandate: Mandate,
): Promise<ReadConclusion> {
  const { customerId, subject, limits } = mandate
  const contract = subject?.type === 'contract' ? await records.contract(customerId, subject.id) : null
  const debt = subject?.type === 'debt' ? await records.debt(customerId, subject.id) : null
  const now = clock.now()
  const deals: HeldDeal[] = []
  for (const { id, counterpartyId, held } of await negotiations.held(task.id, now)) {
    if (held === null || withinMandate(mandate, held.terms).kind === 'outside') continue
    const party = await registry.get(counterpartyId)
    const name = party?.name ?? counterpartyId
    deals.push({
      negotiationId: id,
      counterparty: { id: counterpartyId, name, synthetic: party?.synthetic ?? false },
      held,
    })
  }
  const kind = deals[0]?.held.terms.kind
  const current =
    contract !== null
      ? presentContract(contract)
      : debt !== null && kind !== undefined
        ? presentDebt(debt, kind, limits.amount ?? debt.open)
        : null
  const choice = chooseDeal({
    deals,
    contract,
    quotes: (await records.offers(customerId)).filter((offer) => offer.kind === kind),
    current,
    today: today(clock),
    now,
  })
  const sources = [
    `mandate of the customer of ${dayOf(mandate.confirmedAt ?? mandate.createdAt)}`,
    ...[contract, debt].flatMap((record) => (record === null ? [] : [record.source])),
  ]
  return { choice, contract, sources }
}
