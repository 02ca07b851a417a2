/**
 * One negotiation with all it rests on, read fresh from the ledgers.
 *
 * @module
 */
import type { Debt } from '../../tools/debts/debt.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { Negotiation, RecordedMove } from '../../tools/negotiation/negotiation-ledger.ts'
import type { DecisionBasis, Exchange, Situation } from '../../tools/negotiation/strategy.ts'
import type { Contract, Customer } from '../../tools/offers/contract.ts'
import { presentContract, presentDebt } from '../../tools/offers/present.ts'
import type { DealTerms } from '../../tools/offers/terms.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { NegotiatorPorts } from './ports.ts'

export interface Case {
  readonly negotiation: Negotiation
  readonly mandate: Mandate
  readonly moves: readonly RecordedMove[]
}

/** @throws ParleyError NOT_FOUND */
export async function readCase({ negotiations, mandates }: NegotiatorPorts, negotiationId: string): Promise<Case> {
  const negotiation = await negotiations.negotiation(negotiationId)
  const mandate = negotiation === null ? null : await mandates.get(negotiation.mandateId)
  if (negotiation === null || mandate === null) {
    throw new ParleyError('NOT_FOUND', `There is no negotiation ${negotiationId} with its mandate.`)
  }
  return { negotiation, mandate, moves: await negotiations.moves(negotiationId) }
}

/** The moves of both sides, round by round. */
export function exchangesOf(moves: readonly RecordedMove[]): readonly Exchange[] {
  return moves
    .filter(({ side }) => side === 'ours')
    .toSorted((a, b) => a.round - b.round)
    .map((ours): Exchange => {
      const theirs = moves.find(({ side, round }) => side === 'theirs' && round === ours.round)
      return {
        round: ours.round,
        ours: { move: ours.move as Exchange['ours']['move'], ...(ours.terms === null ? {} : { terms: ours.terms }) },
        theirs:
          theirs === undefined
            ? null
            : {
                move: theirs.move as NonNullable<Exchange['theirs']>['move'],
                ...(theirs.terms === null ? {} : { terms: theirs.terms }),
                ...(theirs.offerId === null ? {} : { offerId: theirs.offerId }),
                ...(theirs.validUntil === null ? {} : { validUntil: theirs.validUntil }),
              },
      }
    })
}

/** What a decision is made on; the same for a recorded basis as it was when it was recorded. */
export function situationOf({ negotiation, mandate, moves }: Case, basis: DecisionBasis): Situation {
  return {
    need: mandate.need,
    kind: negotiation.kind,
    limits: mandate.limits,
    history: exchangesOf(moves),
    ...basis,
  }
}

/** The records a negotiation is about. @throws ParleyError NOT_FOUND when the customer is gone */
export async function recordsOf(
  { records }: Pick<NegotiatorPorts, 'records'>,
  { customerId, subject }: Pick<Mandate, 'customerId' | 'subject'>,
): Promise<{ readonly customer: Customer; readonly contract: Contract | null; readonly debt: Debt | null }> {
  const customer = await records.customer(customerId)
  if (customer === null) throw new ParleyError('NOT_FOUND', `There is no customer ${customerId}.`)
  return {
    customer,
    contract: subject?.type === 'contract' ? await records.contract(customerId, subject.id) : null,
    debt: subject?.type === 'debt' ? await records.debt(customerId, subject.id) : null,
  }
}

/** Doing nothing, as terms; null where there is nothing to compare with. */
export function todayOf(
  records: { readonly contract: Contract | null; readonly debt: Debt | null },
  { kind }: Pick<Negotiation, 'kind'>,
  { limits }: Pick<Mandate, 'limits'>,
): DealTerms | null {
  if (records.contract !== null) return presentContract(records.contract)
  return records.debt === null ? null : presentDebt(records.debt, kind, limits.amount ?? records.debt.open)
}
