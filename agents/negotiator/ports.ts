/**
 * What the negotiator needs from outside.
 *
 * @module
 */
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { CounterpartyChannel } from '../../tools/negotiation/counterparty.ts'
import type { NegotiationLedger } from '../../tools/negotiation/negotiation-ledger.ts'
import type { NegotiationStrategy } from '../../tools/negotiation/strategy.ts'
import type { ContractBook, CustomerBook, OfferBook } from '../../tools/offers/contract.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { DraftMove } from './draft-move.ts'

export interface NegotiatorPorts {
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly negotiations: NegotiationLedger
  readonly records: CustomerBook & ContractBook & OfferBook & DebtLedger
  readonly channel: CounterpartyChannel
  readonly strategy: NegotiationStrategy
  /** Words our messages. */
  readonly draft: DraftMove
  readonly clock: Clock
  /** Moves of ours that each negotiation starts with, the opening included (`coordinate.ts`). */
  readonly turnBudget: number
  /** How often a run may find nobody before the negotiation is given up. */
  readonly unreachableLimit: number
}
